//! Keys, also those typed while the keyboard writes Hangul.

use std::io::BufRead;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::Event;

/// What came from the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Letter(char),
    Enter,
    Erase,
    Escape,
    Scroll(Scroll),
    Quit,
    Interrupt,
    Suspend,
    Other,
}

/// Where to look on a page that is longer than the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scroll {
    Up,
    Down,
    PageUp,
    PageDown,
    Start,
    End,
}

/// What a letter asks for, where nothing is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Hint,
    Next,
    Previous,
    Jump,
    List,
    CheckAll,
    Solution,
    Again,
    Open,
    Book,
    Docs,
    Item(usize),
    Keys,
    Yes,
    Scroll(Scroll),
    Quit,
}

/// The keys in the order in which they are told, each with what it does.
pub const KEYS: [(&str, &str); 15] = [
    ("h", "힌트를 하나 더 봅니다"),
    ("n", "다음으로 풀 단계로 갑니다"),
    ("p", "앞 단계로 갑니다"),
    ("g", "단계를 골라 갑니다"),
    ("l", "모든 단계가 어디까지 왔는지 봅니다"),
    ("c", "고친 단계를 모두 확인합니다"),
    ("s", "풀이를 보고 내 코드와 견줍니다"),
    ("a", "이 단계를 다시 확인합니다"),
    ("o", "편집기를 엽니다"),
    ("b", "책에서 이 단계의 페이지를 엽니다"),
    ("d", "이 단계에 나오는 표준 라이브러리의 문서를 엽니다"),
    ("↑ ↓", "한 줄씩 올리고 내립니다. k와 j도 같습니다"),
    ("PgUp PgDn", "한 화면씩 올리고 내립니다. u와 빈칸도 같습니다"),
    ("?", "키를 모두 봅니다"),
    ("q", "끝냅니다"),
];

/// What the foot of the screen tells of them.
pub const FEW: [(&str, &str); 10] = [
    ("h", "힌트"),
    ("n", "다음"),
    ("p", "이전"),
    ("l", "목록"),
    ("s", "풀이"),
    ("o", "편집기"),
    ("b", "책"),
    ("d", "문서"),
    ("?", "키"),
    ("q", "끝"),
];

impl Wish {
    pub fn of(letter: char) -> Option<Wish> {
        Some(match letter.to_ascii_lowercase() {
            'h' | 'ㅗ' => Wish::Hint,
            'n' | 'ㅜ' => Wish::Next,
            'p' | 'ㅔ' | 'ㅖ' => Wish::Previous,
            'g' | 'ㅎ' => Wish::Jump,
            'l' | 'ㅣ' => Wish::List,
            'c' | 'ㅊ' => Wish::CheckAll,
            's' | 'ㄴ' => Wish::Solution,
            'a' | 'ㅁ' => Wish::Again,
            'o' | 'e' | 'ㅐ' | 'ㅒ' | 'ㄷ' | 'ㄸ' => Wish::Open,
            'b' | 'ㅠ' => Wish::Book,
            'd' | 'ㅇ' => Wish::Docs,
            '1'..='9' => Wish::Item(letter as usize - '1' as usize),
            '?' | '/' => Wish::Keys,
            'y' | 'ㅛ' => Wish::Yes,
            'k' | 'ㅏ' => Wish::Scroll(Scroll::Up),
            'j' | 'ㅓ' => Wish::Scroll(Scroll::Down),
            'u' | 'ㅕ' => Wish::Scroll(Scroll::PageUp),
            ' ' => Wish::Scroll(Scroll::PageDown),
            'q' | 'ㅂ' | 'ㅃ' => Wish::Quit,
            _ => return None,
        })
    }
}

impl Key {
    fn of_event(key: KeyEvent) -> Key {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c' | '\\') if control => Key::Interrupt,
            KeyCode::Char('d') if control => Key::Quit,
            KeyCode::Char('z') if control => Key::Suspend,
            KeyCode::Char(_) if control || key.modifiers.contains(KeyModifiers::ALT) => Key::Other,
            KeyCode::Char(letter) => Key::Letter(letter),
            KeyCode::Enter => Key::Enter,
            KeyCode::Backspace => Key::Erase,
            KeyCode::Esc => Key::Escape,
            KeyCode::Up => Key::Scroll(Scroll::Up),
            KeyCode::Down => Key::Scroll(Scroll::Down),
            KeyCode::PageUp => Key::Scroll(Scroll::PageUp),
            KeyCode::PageDown => Key::Scroll(Scroll::PageDown),
            KeyCode::Home => Key::Scroll(Scroll::Start),
            KeyCode::End => Key::Scroll(Scroll::End),
            _ => Key::Other,
        }
    }
}

/// One key is read for each that is asked for, so that an editor that was opened has the keyboard to itself.
pub fn listen(say: Sender<Event>, live: bool) -> Sender<()> {
    let (ask, asked) = channel();
    thread::spawn(move || {
        for () in asked {
            let heard = if live { read_key() } else { read_line() };
            if say.send(heard.unwrap_or(Event::Gone)).is_err() {
                return;
            }
        }
    });
    ask
}

fn read_key() -> Option<Event> {
    loop {
        match event::read().ok()? {
            event::Event::Key(key) if key.kind != KeyEventKind::Release => {
                return Some(Event::Key(Key::of_event(key)));
            }
            event::Event::Resize(..) => return Some(Event::Resized),
            _ => {}
        }
    }
}

/// Where keys do not come one by one, a line does.
fn read_line() -> Option<Event> {
    let mut line = Vec::new();
    match std::io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(1..) => Some(Event::Line(String::from_utf8_lossy(&line).trim().to_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn 알려_준_키는_모두_할_일이_있다() {
        for (key, _) in KEYS.iter().chain(&FEW) {
            let letter = key.chars().next().unwrap();
            assert!(Wish::of(letter).is_some() || key.chars().count() > 1, "{key}");
            assert!(KEYS.iter().any(|(known, _)| known == key), "{key}의 설명이 없습니다.");
        }
    }
}
