// Search for Korean: a plain scan of the text of every section, from the strictest reading of the query to the loosest.
"use strict";
const bookSearch = (() => {
  const isUpper = (code) => code > 64 && code < 91;
  const isHangul = (c) => c >= "가" && c <= "힣";
  // What a letter is, found out once for each: 1 space, 2 mark, 3 letter or digit, 4 Hangul. A word joiner keeps a particle
  // on the line of its word, and is nothing to look for.
  const kinds = new Uint8Array(65536);
  const kind = (code) => (kinds[code] ||= ((c) => (/[\s\u2060]/.test(c) ? 1 : isHangul(c) ? 4 : /[\p{L}\p{N}_]/u.test(c) ? 3 : 2))(String.fromCharCode(code)));
  const LEAD = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  const VOWEL = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  const TAIL = " ,ㄱ,ㄲ,ㄱㅅ,ㄴ,ㄴㅈ,ㄴㅎ,ㄷ,ㄹ,ㄹㄱ,ㄹㅁ,ㄹㅂ,ㄹㅅ,ㄹㅌ,ㄹㅍ,ㄹㅎ,ㅁ,ㅂ,ㅂㅅ,ㅅ,ㅆ,ㅇ,ㅈ,ㅊ,ㅋ,ㅌ,ㅍ,ㅎ".split(",");
  // The two layouts of a Korean keyboard, and vowels that take two keys.
  const KEYS = "qㅂwㅈeㄷrㄱtㅅyㅛuㅕiㅑoㅐpㅔaㅁsㄴdㅇfㄹgㅎhㅗjㅓkㅏlㅣzㅋxㅌcㅊvㅍbㅠnㅜmㅡQㅃWㅉEㄸRㄲTㅆOㅒPㅖ".match(/../g);
  const LETTER_OF = new Map(KEYS.map(([key, letter]) => [key, letter]));
  const KEY_OF = new Map(KEYS.map(([key, letter]) => [letter, key]));
  const JOINED = { ㅘ: "ㅗㅏ", ㅙ: "ㅗㅐ", ㅚ: "ㅗㅣ", ㅝ: "ㅜㅓ", ㅞ: "ㅜㅔ", ㅟ: "ㅜㅣ", ㅢ: "ㅡㅣ" };
  const SYLLABLE = new RegExp(`([ㄱ-ㅎ])(${Object.values(JOINED).join("|")}|[ㅏ-ㅣ])((?:${TAIL.filter((tail) => tail.length > 1).join("|")}|[ㄱ-ㅎ])(?![ㅏ-ㅣ]))?`, "g");
  // Vowels and tails that an IME shows as one while the next letter is still to come.
  const SPLIT = { ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ" };
  const PARTICLES = "끼리 끼리는 끼리의 으로부터 에서부터 이라고는 에서는 에게서 으로는 까지는 부터는 이라는 이라고 이라면 에서도 으로도 한테서 이나마 처럼은 보다는 에는 에도 에서 에게 으로 로는 로도 까지 부터 처럼 보다 마다 조차 마저 밖에 이나 이란 라는 라고 이라 한테 께서 이랑 랑 하고 이며 이든 든지 이라도 라도 대로 만큼 만은 만이 만을 와는 과는 와의 과의 은 는 이 가 을 를 에 의 로 와 과 도 만 나 란 야 여".split(" ");
  const ENDINGS = "시키려면 시키기 시키는 시킬 시켜 시킨 하였습니다 했습니다 하겠습니다 합니다 입니다 됩니다 었습니다 았습니다 겠습니다 습니다 ㅂ니다 하려면 하려고 려면 으려고 려고 하면서 으면서 면서 하도록 도록 하지만 지만 하니까 으니까 니까 했다 하였다 한다 된다 는다 ㄴ다 었다 았다 였다 하기 하는 하고 하며 하면 하지 해서 하여 하게 하자 했던 하던 하다 되다 되는 되기 었던 았던 어서 아서 여서 어야 아야 어요 아요 으면 으며 나요 ㄹ까요 을까요 ㄹ까 을까 는가 는가요 ㄴ가 ㄴ가요 은가 은가요 네요 었는지 았는지 는지 는데 ㄴ데 은 는 을 ㄴ ㄹ ㅁ 음 기 고 며 면 지 게 자 던 다 어 아 여 한 할 함 해 ㅏㅆ습니다 ㅓㅆ습니다 ㅕㅆ습니다 ㅏㅆ다 ㅓㅆ다 ㅕㅆ다 ㅏ서 ㅓ서 ㅕ서 ㅏ요 ㅓ요 ㅕ요 ㅘ요 ㅝ요 ㅏㅆ어요 ㅓㅆ어요 ㅕㅆ어요 ㅏㅆ는데 ㅓㅆ는데 ㅕㅆ는데".split(" ");

  // What a question is dressed in: it says nothing of what is asked for, as long as something else does.
  const FILLERS = new Set(("왜 이유 방법 예제 예시 사용법 쓰는법 하는법 하기 하면 하려면 쓰기 만들기 걸기 걸렸을때 돌리기 때 같이 여러개 여러 안 좀 뭐 뭔가요 어떻게 하는 하는지 쓰는 쓰는지 사용 차이 차이점 뜻 의미 에러 문 법 것 거 수 안됨 안돼 error " +
    "있는데 있으면 없는데 없으면 없이 필요 필요한가 필요한지 필요해 해결 해결법 해결책 해결방법 예방 코드 설명 정리 개념 문제 상황 현상 증상 되나 되나요 하나요 인가 인가요 뭐지 뭐야 무엇 어떤 언제 나면 나요 나옴 나와요 뜸 뜨는 뜨면 걸림 걸리면 " +
    "받기 가져오기 받아오기 얻기 구하기 알아내기 보내기 보내고 넣기 하고 그리고 둘 둘다 다 해야 해야하나 하나 확인 체크 안에서 안에 밖에서 도중에 중에 나서 했는데 시점 몇 개 개까지 있나 있나요 파이썬 파이썬에서 파이썬으로 파이썬의 파이썬은 python 러스트 러스트에서 러스트로 러스트의 러스트는 rust 문을 문이 뭐예요 뭐에요 뭡니까 뭐임 뭔지 싶어요 싶은데 싶다 돼요 안돼요 알려줘 알려주세요 짜는 주세요 되는지 가능 가능한가요 가능한지 how what why when do does by at the a an is are was be been to of in on for and or not it this that from").split(" "));
  // What is usually asked for with a noun, or with an English word in Korean letters, and told here with a verb, or as it is written in code.
  const SAID = new Map(
    Object.entries({
      종료: "끝나 끝난 끝납 끝내 끝낸 끝냅 멈추 멈춥 멈춘", 중지: "멈추 멈춥 멈춘", 중단: "멈추 멈춥 그만두", 정지: "멈추 멈춥", 멈춤: "멈추 멈춥 멈춰 돌아오지", 생성: "만들 만드 띄우 띄웁", 시작: "띄우 띄웁",
      대기: "기다리 기다립 기다려 기다릴", 해제: "풀", 획득: "얻 잠그 잠근", 전송: "보내 보냅", 전달: "보내 보냅 넘기 넘깁", 수신: "받", 공유: "함께", 호출: "부르 부릅 불러", 반환: "돌려주 돌려줍", 변경: "바꾸 바꿉", 수정: "고치 고칩", 초과: "넘", 제한: "한도",
      순서: "차례", 데이터: "값 바이트", 매개변수: "인수", 파라미터: "인수", 인자: "인수", 함수: "작업", 디렉터리: "폴더", 디렉토리: "폴더", 문자: "글자", 메서드: "함수", 동시: "함께",
      조인: "join", 스폰: "spawn", 드롭: "drop 사라지 사라집 사라질", 무브: "move", 언랩: "unwrap", 스코프: "scope", 노티파이: "notify", 웨이트: "wait", 셧다운: "shutdown", 이벤트: "event", 퓨처: "future", 익스큐터: "executor", 매니저: "manager",
      플래그: "표시", 윈도우: "windows wsl", 윈도: "windows wsl", 리눅스: "linux", 맥: "macos", 유닉스: "unix",
      소비자: "일꾼 받는", 컨슈머: "일꾼 받는", 프로듀서: "생산자", 꽉: "가득", 꽉차면: "가득", 꽉찬: "가득", 느려짐: "느리 느립", 느려: "느리 느립", 빨라: "빠르 빠릅", 센드: "send", 리시버: "receiver 받는", 센더: "sender 넣는", 아크: "arc", 캐치: "catch", 리턴: "반환 돌려주", 예외: "패닉 오류", panic: "패닉", panicked: "패닉", catch: "잡",
      테스트: "시험", 통과: "풀었", 정답: "답 풀이", 퀴즈: "짐작", 초기화: "되돌", 카고: "cargo", 러스트업: "설치", 툴체인: "설치", 패키지: "크레이트", 의존성: "크레이트", 벡터: "vec 리스트", 배열: "리스트", 클래스: "구조체", 객체: "값", 상수: "const",
      인터페이스: "트레이트", 매치: "match", 패턴매칭: "match", 이터레이터: "반복자 iter", 반복자: "iter", 슬라이스: "조각 slice", 청크: "조각 chunks", 나눠서: "나누 나눕 조각", 나누기: "나누 나눕 조각", 합계: "더하 더합", 누적: "더하 더합", 콜백: "함수를 클로저",
      소멸자: "drop", raii: "drop 가드", 깊은복사: "clone 복사", 순차: "차례로 하나씩", 무한루프: "끝나지 영영", 무한대기: "끝나지 영영 교착", 무한: "끝나지 영영", 먹통: "멈추 멈춥 영영", 행걸림: "멈추 멈춥 영영", 블로킹: "기다리 기다립",
      논블로킹: "try_ 기다리지", 재시도: "다시", 이중잠금: "재진입 다시", 가시성: "메모리", 래치: "배리어", 선입선출: "fifo", 링버퍼: "버퍼", 커넥션풀: "세마포어 커넥션", 연결풀: "세마포어 커넥션", 커넥션: "연결 세마포어", 취소: "그만두 멈추 멈춥", 정상종료: "뒷정리 끝내", 우아한종료: "뒷정리 끝내",
      죽이기: "kill 끝내", mmap: "공유", 버퍼링: "flush 버퍼", 유니코드: "utf-8", 인코딩: "utf-8", 디코딩: "utf-8", 개행: "줄바꿈", 잠자기: "sleep 잠들 잠듭", 휴식: "sleep 잠들 잠듭", 양보: "yield", 문맥교환: "전환 선점", 성능: "빨라 느려 배속", 전파: "넘기 넘깁", 명령: "command", 명령어: "command",
    }).map(([word, others]) => [word, others.split(" ")]),
  );
  // What happens to a noun that is written as one word with it.
  const HAPPENS = /^([가-힣]{2,}?)(?:나|났|날|남|걸|되|됐|될|생|터|뜨|뜬|떠)[가-힣]*$/;
  // What does not end: 돌아오지 않습니다, 멈춥니다, 영영.
  const STUCK = { text: "돌아오지", start: true, or: ["멈추", "멈춥", "멈춰", "영영"].map((text) => ({ text, start: true })) };
  // What some of that dressing hints at: of the sections that hold the words, those that speak of it come first.
  const HINTS = new Map(
    Object.entries({
      만들기: "만들 만드 띄우 띄웁 시작", 돌리기: "띄우 띄웁 시작", 차이: "달리 다릅 다르 다른 차이", 차이점: "달리 다릅 다르 다른 차이", 이유: "때문 까닭", 왜: "때문 까닭",
      예제: "예", 에러: "오류", error: "오류", 예방: "막", 해결: "고치 고칩 막", 받기: "받", 보내기: "보내 보냅", 넣기: "넣", 확인: "확인",
    }).map(([word, others]) => [word, others.split(" ")]),
  );
  const HINTED = 60, UNHINTED = 0.5;
  // Marks and numbers that stand alone, as in `x += 1`.
  const isFiller = (term) => FILLERS.has(term) || !/\p{L}/u.test(term);
  // A number of several digits, as the 127 of a return code.
  const isNumber = (term) => /^-?\d{2,}$/.test(term);
  const isOperator = (term) => /^[-+*/%&|=<>!:.]{2,}$/.test(term);
  const FEW = 6;
  // Fewer pages than this, and the next best are shown as well, at least so many of them.
  const ENOUGH_PAGES = 3, LEAST = 3;
  // Where a word of the question is nowhere, the others say less of what was asked for: so many sections will do.
  const WITHOUT = 5;
  // What is found says nothing of a question whose other words are nowhere, unless it weighs about as much as they would.
  const UNHEARD = 0.7;
  // How much it counts that a text says 끝나지 않 where 안 끝남 is asked for.
  const OPPOSITE = 0.4;
  const NEARLY = 0.75;
  // How much of what the best says another has to say, once there are pages enough.
  const CLOSE = 0.75;
  // Letters of a word in which two may be wrong.
  const LONG = 9;
  // Pages of compile errors hold words of everything, and are asked for by an error.
  const OF_ERRORS = 0.6;
  // What the title of a page counts at least, where the word is a good part of it.
  const TITLE = 50;
  // What is said of a word counts more than that a piece of code happens to hold it.
  const CODE = 0.2;
  const LATIN = /^[a-z0-9_]/;

  const jamo = (text) => {
    let out = "";
    for (const c of text) {
      if (isHangul(c)) {
        const code = c.charCodeAt(0) - 0xac00;
        out += LEAD[Math.floor(code / 588)] + VOWEL[Math.floor((code % 588) / 28)] + TAIL[code % 28].trim();
      } else out += SPLIT[c] ?? c;
    }
    return out;
  };
  const lead = (c) => (isHangul(c) ? LEAD[Math.floor((c.charCodeAt(0) - 0xac00) / 588)] : c);
  const stem = (word, endings, spell) => endings.map(spell).filter((end) => word.endsWith(end) && word.length > end.length).sort((a, b) => b.length - a.length);

  // How each letter is spelled, found out once.
  const speller = (spell) => {
    const known = new Array(65536);
    return (code) => (known[code] ??= spell(String.fromCharCode(code)));
  };
  const spellers = { jamo: speller(jamo), lead: speller(lead) };
  const compact = (text) => text.normalize("NFC").toLowerCase().replace(/[\s\u2060]+/g, "");

  // Text without spaces, in small letters, with the place of each letter in the original and where words start.
  const fold = (text) => {
    const letters = text.normalize("NFC");
    const flat = compact(text);
    const at = new Uint32Array(flat.length), starts = new Uint8Array(flat.length);
    let end = 0;
    let before = 1;
    for (let index = 0; index < letters.length; index++) {
      const code = letters.charCodeAt(index);
      const now = kind(code);
      if (now > 1) {
        // `RLock` is two words, and `IntegerLock` holds no `rLock`.
        if (now > 2 && (now !== before || (isUpper(code) && !isUpper(letters.charCodeAt(index - 1))))) starts[end] = 1;
        at[end++] = index;
      }
      before = now;
    }
    return { flat, at, starts };
  };

  // The syllables that begin with the first letters of a word that is spelled out.
  const syllables = (text, form) => {
    const [first, second] = [LEAD.indexOf(text[0]), form === "jamo" ? VOWEL.indexOf(text[1] ?? " ") : -1];
    if (first < 0) return [1, 0];
    const low = 0xac00 + first * 588 + Math.max(second, 0) * 28;
    return [low, low + (second < 0 ? 587 : 27)];
  };

  // Where words begin with a needle that is spelled in jamo, or in first consonants.
  const begun = ({ flat, at, starts }, { text }, form) => {
    const found = [];
    const [low, high] = syllables(text, form);
    const own = text.charCodeAt(0);
    for (let from = starts.indexOf(1); from >= 0; from = starts.indexOf(1, from + 1)) {
      const code = flat.charCodeAt(from);
      if (code !== own && (code < low || code > high)) continue;
      let to = from, spelled = 0;
      while (spelled < text.length && to < flat.length) {
        const letter = spellers[form](flat.charCodeAt(to));
        if (!text.startsWith(letter, spelled) && !letter.startsWith(text.slice(spelled))) break;
        spelled += letter.length;
        to++;
      }
      if (spelled >= text.length) found.push([at[from], at[to - 1] + 1]);
    }
    return found;
  };

  // Where a needle stands in a text: [from, to] in the original. Spaces and marks do not count, but what begins inside a
  // Latin word ends in it: `RLock` is no part of `number.lock()`.
  const ranges = (view, { text, start, or }, form = "plain") => {
    if (form !== "plain") return begun(view, { text }, form);
    const found = (or ?? []).flatMap((other) => ranges(view, other));
    for (let i = view.flat.indexOf(text); i >= 0; i = view.flat.indexOf(text, i + 1)) {
      const whole = view.starts[i] || (!start && !(LATIN.test(text) && view.starts.subarray(i + 1, i + text.length).includes(1)));
      if (whole) {
        found.push([view.at[i], view.at[i + text.length - 1] + 1]);
      }
    }
    return found;
  };

  // A short word stands at the start of a word: 락 is no part of 나락.
  const plain = (text) => ({ text, start: text.length < 2 || (/^[a-z0-9]+$/.test(text) && text.length < 3) || /^[가-힣]기$/.test(text) });
  const begin = (text) => ({ text, start: true });
  const strip = (word) => {
    const particle = isHangul(word.at(-1)) && PARTICLES.find((end) => word.endsWith(end) && word.length > end.length);
    return particle ? word.slice(0, -particle.length) : word;
  };
  const stems = (word) => {
    const spelled = jamo(word);
    const found = stem(spelled, ENDINGS, jamo).map((end) => spelled.slice(0, -end.length)).filter((text) => text.length > 2);
    // 잠그다 is 잠가, 기다리다 is 기다려: the last vowel may go.
    return [...new Set(found.flatMap((text) => (/[ㅡㅣ]$/.test(text) && text.length > 4 ? [text, text.slice(0, -1)] : [text])))];
  };

  // The words of a query. A particle after a Latin word, and a filler, are none.
  const asked = (query, records) => {
    const all = query.normalize("NFC").toLowerCase().split(/\s+|(?<=[a-z0-9_)])(?=[가-힣])/).filter(Boolean);
    // 패닉나면 asks for 패닉.
    all.forEach((word, at) => {
      const name = word.match(HAPPENS)?.[1];
      if (name && isNamed(name, records)) all[at] = name;
    });
    // A name of the glossary that is several words is one, whatever its words are alone: 종료 코드.
    const named = [...all];
    for (let from = 0; from < named.length; from++) {
      for (let to = from + Math.min(3, named.length - from, all.length - 1); to > from + 1; to--) {
        const name = named.slice(from, to).join("");
        const known = [name, strip(name)].find((name) => isNamed(name, records));
        if (known) named.splice(from, to - from, known);
      }
    }
    // An operator is asked for where no name is.
    const isCode = named.some((term) => LATIN.test(term) && !isFiller(term));
    const terms = named.filter((term) => (!isFiller(term) || isNumber(term) || (isOperator(term) && !isCode)) && !(all.length > 1 && PARTICLES.includes(term)));
    return terms.length ? terms : all;
  };

  // Readings of a query, strictest first. A reading is a form and a list of needles, all of which must be there.
  const readings = (query, records) => {
    const terms = asked(query, records);
    const whole = compact(query);
    if (!whole) return [];
    if ([...whole].every((c) => LEAD.includes(c))) return [{ form: "lead", needles: [{ text: whole, start: true }] }];
    const list = [
      { form: "plain", needles: [plain(whole)] },
      { form: "plain", needles: terms.map(plain) },
      { form: "plain", needles: terms.map((term) => either(term, records, [])) },
      { form: "plain", needles: terms.map((term) => either(term, records)) },
      { form: "jamo", needles: [{ text: jamo(whole), start: true }] },
      { form: "jamo", needles: terms.map((term) => ({ text: jamo(term), start: true })) },
    ];
    const bare = terms.map(strip);
    list.push({ form: "plain", needles: [plain(bare.join(""))] }, { form: "plain", needles: bare.map(plain) });
    const loose = bare.map((term, i) => [...stems(terms[i]), jamo(term)]);
    for (let depth = 0; depth < 4; depth++) {
      if (loose.some((choices) => choices.length > depth + 1)) {
        list.push({ form: "jamo", needles: loose.map((choices) => ({ text: choices[Math.min(depth, choices.length - 1)], start: true })) });
      }
    }
    return list;
  };

  // The rows of the glossary: the term, all its names, and the English ones, as they are compared.
  const rows = (records) =>
    (records.rows ??= records.terms.map(([term, others, english]) => ({ term, own: compact(term), names: [...others, ...english].map(compact), english: english.map(compact) })));

  // Whether the glossary has the name, as it is compared.
  const isNamed = (name, records) => rows(records).some(({ own, names }) => own === name || names.includes(name));

  // The row of the glossary whose term is meant where the query says it otherwise.
  const row = (query, records) => {
    const asked = [compact(query), compact(query.split(/\s+/).map(strip).join(" "))];
    return rows(records).find(({ own, names }) => !asked.includes(own) && names.some((name) => asked.includes(name)));
  };
  const canonical = (query, records) => row(query, records)?.term;

  // A term, or what the glossary has for it, here and in English.
  const either = (term, records, english) => {
    const other = row(term, records);
    const or = [...(other ? [plain(other.own), ...(english ?? other.english).map(begin)] : []), ...(SAID.get(term) ?? SAID.get(strip(term)) ?? []).map(begin)];
    return or.length ? { ...plain(term), or } : plain(term);
  };

  // The title of the chapter that a page lies in: `mutex/counter.html` is about `mutex.html`, though it need not say so.
  const chapter = (records, page) => {
    records.chapters ??= new Map(records.pages.map(([address, title]) => [address, title]));
    const [folder, inside] = records.pages[page][0].split("/");
    return inside ? (records.chapters.get(`${folder}.html`) ?? "") : "";
  };

  // What a section says, and after it the code that it shows.
  const body = (records, index) => records.sections[index].slice(3).join(" ").trim();

  // What is kept of a section: its texts as one word, to pass over it quickly, and each of them folded, once asked for.
  const kept = (records, index) => {
    records.kept ??= [];
    const [page, , heading, said] = records.sections[index];
    const make = () => {
      const parts = [records.pages[page][1], heading, body(records, index)];
      return { parts, prose: said.length, quick: parts.map(compact).join(" "), above: compact(chapter(records, page)) };
    };
    return (records.kept[index] ??= make());
  };
  const view = (section) => (section.view ??= section.parts.map(fold));
  const held = (text, needle) => text.includes(needle.text) || (needle.or ?? []).some((other) => held(text, other));
  const within = (text, form) => {
    const [low, high] = syllables(text, form);
    return low > high ? /^/ : new RegExp(`[${text[0]}${String.fromCharCode(low)}-${String.fromCharCode(high)}]`);
  };

  // Makes ready what a first query would have to make, some sections at a time, for as long as there is time.
  const prepare = (records, timeLeft) => {
    for (records.ready ??= 0; records.ready < records.sections.length; records.ready++) {
      if (timeLeft() < 2) return false;
      view(kept(records, records.ready));
    }
    rows(records);
    return true;
  };

  const bestFirst = (a, b) => b.score - a.score || a.index - b.index;
  const scan = (reading, records) => {
    const hits = [];
    const { form, needles } = reading;
    const begins = form === "plain" ? [] : needles.map(({ text }) => within(text, form));
    for (let index = 0; index < records.sections.length; index++) {
      const section = kept(records, index);
      // The chapter's title may say one of several words, but says nothing alone.
      const above = (needle) => form === "plain" && needles.length > 1 && held(section.above, needle);
      const may = form === "plain" ? needles.every((needle) => held(section.quick, needle) || above(needle)) : begins.every((syllable) => syllable.test(section.quick));
      if (!may) continue;
      const page = records.sections[index][0];
      // Every section of a page lies under its title; only the first is found by the title alone.
      const first = records.sections[index - 1]?.[0] !== page;
      let score = 0;
      let own = first, said = 0;
      const ok = reading.needles.every((needle) => {
        const found = view(section).map((part) => ranges(part, needle, form));
        const [title, head, text] = found.map((places) => places.length);
        const told = found[2].filter(([from]) => from < section.prose).length;
        // The page that is called so stands before those that only name it in their titles.
        const covered = found[0].reduce((sum, [from, to]) => sum + to - from, 0) / section.parts[0].length;
        score += (title ? (first ? 40 + 30 * covered : 4) : 0) + (head ? 20 : 0) + Math.min(told, 8) + Math.min(text - told, 4) * CODE;
        own ||= head || text;
        said ||= title || head || text;
        return title || head || text || above(needle);
      });
      if (ok && own && said) hits.push({ index, score, reading });
    }
    return hits.sort(bestFirst);
  };

  // What the words that were left out hint at: -9, or what is made.
  const hints = (query) => {
    const left = query.normalize("NFC").toLowerCase().split(/\s+/).filter((word) => word.length > 1 && isFiller(word));
    return left.flatMap((word) => (/\d/.test(word) ? [{ text: compact(word) }] : (HINTS.get(word) ?? []).map((text) => ({ text }))));
  };

  // What the whole query finds, or every word of it in one section.
  const strict = (query, records) => {
    const hits = [];
    const seen = new Set();
    const hinted = hints(query);
    const speaks = ({ index }) => hinted.some((needle) => held(kept(records, index).quick, needle));
    const add = (text, exact) => {
      // An inflected word is seldom meant to the letter: a few hits do not end the search. A term of the glossary is.
      const inflected = !exact && text.trim().split(/\s+/).some((term) => isHangul(term.at(-1) ?? "") && (strip(term) !== term || stems(term).length));
      const enough = hits.length + (inflected ? FEW : 1);
      for (const reading of readings(text, records)) {
        const found = scan(reading, records);
        if (hinted.length) {
          for (const hit of found) hit.score = speaks(hit) ? hit.score + HINTED : hit.score * UNHINTED;
          found.sort(bestFirst);
        }
        for (const hit of found) {
          if (!seen.has(hit.index)) hits.push(hit);
          seen.add(hit.index);
        }
        if (hits.length >= enough) return;
      }
    };
    const term = canonical(query, records);
    if (term) add(term, true);
    add(query, rows(records).some(({ own }) => own === compact(query)));
    // Whatever reading found it: a page that is called so comes first. A word without a particle has been looked for already.
    const [word, ...more] = asked(query, records).map(strip);
    for (const hit of more.length || word === compact(query) ? [] : scan({ form: "plain", needles: [plain(word)] }, records)) {
      if (hit.score >= TITLE && !seen.has(hit.index)) hits.push(hit);
    }
    hits.sort((a, b) => (b.score >= TITLE) - (a.score >= TITLE));
    return { term, hits };
  };

  // How many letters were typed wrong, left out, added or exchanged with the next: optimal string alignment.
  const mistakes = (from, to) => {
    const rows = [[...Array(to.length + 1).keys()]];
    for (let i = 1; i <= from.length; i++) {
      rows.push([i]);
      for (let j = 1; j <= to.length; j++) {
        const changed = rows[i - 1][j - 1] + (from[i - 1] !== to[j - 1]);
        const exchanged = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? rows[i - 2][j - 2] + 1 : Infinity;
        rows[i].push(Math.min(changed, exchanged, rows[i - 1][j] + 1, rows[i][j - 1] + 1));
      }
    }
    return rows[from.length][to.length];
  };
  // The name nearest to a word that nothing holds: one letter of it is wrong, or two of a long one.
  const meant = (word, records) => {
    const spelled = jamo(compact(strip(word)));
    if (spelled.length < 6 || (LATIN.test(spelled) && spelled.length < 7)) return undefined;
    const names = rows(records).flatMap(({ term, own, names }) => [own, ...names].map((name) => [name, term]));
    const allowed = spelled.length < LONG ? 1 : 2;
    const wrong = names.map(([name]) => {
      const other = jamo(name);
      return Math.abs(spelled.length - other.length) > allowed ? Infinity : mistakes(spelled, other);
    });
    const least = Math.min(...wrong);
    return least <= allowed ? names[wrong.indexOf(least)][0] : undefined;
  };

  // What a piece of code consists of. The name of a variable says nothing.
  const pieces = (code) => {
    const all = code.split(/[^\p{L}\p{N}_]+/u).filter(Boolean);
    const long = all.filter((piece) => piece.length > 1);
    return long.length ? long : all;
  };

  // The words of a query that some section holds. Nouns written together are taken apart where both halves are held.
  const words = (query, records) => {
    const known = (word) => {
      records.words ??= new Map();
      if (!records.words.has(word)) records.words.set(word, strict(word, records).hits);
      return records.words.get(word);
    };
    const begins = (half) => {
      const needle = { text: half, start: true, or: either(half, records).or };
      return half.length > 1 || needle.or ? scan({ form: "plain", needles: [needle] }, records) : [];
    };
    const halves = (word) => {
      const bare = strip(word);
      const cuts = [...bare].map((_, at) => [bare.slice(0, at), bare.slice(at)].map(begins));
      return cuts.find((cut) => cut.every((hits) => hits.length)) ?? [];
    };
    // What is written with dots and colons is one word where some section has it so, and several elsewhere.
    const all = asked(query, records);
    // 안 끝남 is 끝나지 않습니다 in a text, and nothing else than its opposite without that.
    const negated = [...query.normalize("NFC").matchAll(/(?:^|\s)(안|못)\s?([가-힣]+)/g)].flatMap(([, not, verb]) => {
      const needles = stems(verb).map((stem) => ({ text: stem + jamo(not === "안" ? "지않" : "지못"), start: true }));
      const told = needles.map((needle) => scan({ form: "jamo", needles: [needle] }, records)).find((hits) => hits.length);
      const other = not === "안" && /^끝/.test(verb) ? scan({ form: "plain", needles: [STUCK] }, records) : [];
      return [told, other].filter((hits) => hits?.length);
    });
    const parts = all.flatMap((word) => {
      const found = known(word).length;
      return found > (all.length > 1 ? 3 : 0) ? [word] : [...new Set([...(found ? [word] : []), ...pieces(word)])];
    });
    const found = parts.flatMap((word) => {
      if (known(word).length) return [known(word)];
      if ([...word].every(isHangul) && halves(word).length) return halves(word);
      // An exception of Python's is an error of Rust's, and a letter may be wrong.
      const other = [word.replace(/(error|exception|warning)$/, ""), meant(word, records)].find((other) => other && other !== word && known(other).length);
      return other ? [known(other)] : [];
    });
    return { found, negated, missed: Math.max(0, parts.length - found.length) };
  };

  // Where hardly anything holds all words in one section: the few sections that hold most of them, on the page that holds most,
  // best first. What stands first in a question is what it is about.
  const loose = (query, records, most) => {
    const rare = 5;
    const { found, negated, missed } = words(query, records);
    const terms = [...found, ...negated].map((hits, place) => ({ hits, weight: (place < found.length ? 1 : OPPOSITE) * (Math.log(records.sections.length / Math.max(rare, hits.length)) + 0.1) / (1 + place / 4) }));
    // Who says it with its opposite stands first; who does not may be meant, too.
    const total = terms.slice(0, found.length).reduce((sum, { weight }) => sum + weight, 0);
    if (total < missed * UNHEARD * Math.log(records.sections.length / rare)) return [];
    const sections = new Map();
    const pages = new Map();
    const asksForErrors = /오류|에러|error|컴파일|compile/i.test(query);
    const isOfErrors = (page) => !asksForErrors && records.pages[page][0].startsWith("errors/");
    terms.forEach(({ hits, weight }, word) => {
      for (const hit of hits) {
        const page = records.sections[hit.index][0];
        pages.set(page, (pages.get(page) ?? new Map()).set(word, weight));
        const other = sections.get(hit.index);
        const weighs = weight * (isOfErrors(page) ? OF_ERRORS : 1);
        if (!other) sections.set(hit.index, { ...hit, weight: weighs });
        else {
          other.reading = { ...other.reading, also: [...(other.reading.also ?? []), hit.reading] };
          other.score += hit.score;
          other.weight += weighs;
        }
      }
    });
    const onPage = (hit) => [...pages.get(records.sections[hit.index][0]).values()].reduce((sum, weight) => sum + weight, 0);
    const around = (hit) => hit.weight + onPage(hit);
    // The best section of a page that has nearly all of them will do, though it has them in several sections.
    const best = new Map();
    for (const hit of sections.values()) {
      const page = records.sections[hit.index][0];
      if (onPage(hit) >= total * NEARLY && !(best.get(page)?.weight >= hit.weight)) best.set(page, hit);
    }
    // Where none has half of it, what has most must do.
    const half = Math.min(total / 2, Math.max(0, ...[...sections.values()].map((hit) => hit.weight)));
    const enough = [...sections.values()].filter((hit) => hit.weight >= half || best.get(records.sections[hit.index][0]) === hit);
    enough.sort((a, b) => around(b) - around(a) || b.score - a.score || a.index - b.index);
    // No page fills the list alone.
    const taken = new Map();
    const spread = enough.filter(({ index }) => {
      const page = records.sections[index][0];
      taken.set(page, (taken.get(page) ?? 0) + 1);
      return taken.get(page) <= 2;
    });
    // The page that is called so, for each of the first words that nothing of all this holds.
    for (const hits of found.slice(0, 2)) {
      const called = hits.find((hit) => hit.score >= TITLE);
      const told = hits.some((hit) => spread.some(({ index }) => index === hit.index));
      if (called && !told) spread.splice(Math.min(spread.length, most - 1), 0, called);
    }
    // Who says much less of it than the best is left out, once there are pages enough.
    const heaviest = Math.max(0, ...spread.map(({ weight }) => weight));
    const told = new Set();
    const close = spread.filter(({ index, weight }) => {
      const keeps = weight >= heaviest * CLOSE || told.size < ENOUGH_PAGES;
      if (keeps) told.add(records.sections[index][0]);
      return keeps;
    });
    return close.slice(0, missed ? Math.min(most, WITHOUT) : most);
  };

  // What the same keys would have written in the other layout: 뮤텍스 for `abxprtm`, `mutex` for ㅡㅕㅅㄷㅌ.
  const retyped = (query) => {
    if (/^[a-z\s]+$/i.test(query)) {
      const letters = [...query].map((c) => LETTER_OF.get(c) ?? LETTER_OF.get(c.toLowerCase()) ?? c).join("");
      const typed = letters.replace(SYLLABLE, (_, first, second, last = " ") => {
        const vowel = VOWEL.indexOf(Object.keys(JOINED).find((joined) => JOINED[joined] === second) ?? second);
        return String.fromCharCode(0xac00 + LEAD.indexOf(first) * 588 + vowel * 28 + TAIL.indexOf(last));
      });
      return /^[가-힣\s]+$/.test(typed) ? typed : undefined;
    }
    const keys = [...jamo(query.normalize("NFC"))].flatMap((c) => [...(JOINED[c] ?? c)]).map((c) => KEY_OF.get(c) ?? c).join("");
    return /^[a-z\s]+$/i.test(keys) ? keys : undefined;
  };

  const find = (query, records, again) => {
    const { term, hits } = strict(query, records);
    const pages = new Set(hits.map((hit) => records.sections[hit.index][0]));
    // A name of the glossary is a term, and no question in several words.
    const bare = compact(query.split(/\s+/).map(strip).join(" "));
    const named = [bare, compact(query)].some((name) => isNamed(name, records));
    // A sentence that stands somewhere to the letter, as a message of an error, is what was asked for.
    const quoted = query.trim().split(/\s+/).length > 2 && hits[0]?.reading.needles[0].text === compact(query);
    if (!quoted && pages.size < (named ? 2 : ENOUGH_PAGES)) {
      const seen = new Set(hits.map((hit) => hit.index));
      // What is only the beginning of a name in the glossary is looked for by the other names of its row.
      const starts = rows(records).filter(({ own, names }) => query.trim().length > 1 && [own, ...names].some((name) => name.startsWith(compact(query)) && name !== compact(query)));
      const begun = starts.flatMap(({ own, english }) => scan({ form: "plain", needles: [{ ...plain(own), or: english.map(begin) }] }, records));
      for (const hit of [...begun, ...loose(query, records, Math.max(LEAST, FEW + 2 - hits.length))]) {
        if (!seen.has(hit.index)) hits.push(hit);
        seen.add(hit.index);
      }
    }
    if (hits.length || again) return { term, hits };
    const other = retyped(query.trim());
    if (other && strict(other, records).hits.length) return { ...find(other, records, true), mended: other };
    // `AtomicUsize` is an atomic.
    const parted = query.replace(/([a-z])(?=[A-Z][a-z])/g, "$1 ");
    const mended = parted !== query ? parted : asked(query, records).map((word) => meant(word, records) ?? word).join(" ");
    return mended === asked(query, records).join(" ") ? { term, hits } : { ...find(mended, records, true), mended };
  };

  const marks = (text, reading) =>
    [reading, ...(reading.also ?? [])].flatMap(({ form, needles }) => needles.flatMap((needle) => ranges(fold(text), needle, form))).sort((a, b) => a[0] - b[0]);
  return { body, find, marks, prepare };
})();
