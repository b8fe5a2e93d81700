def half(text: str) -> int:
    number = int(text)
    if number % 2:
        raise ValueError(f"{number}은 홀수입니다.")
    return number // 2


for text in ["10", "7", "열"]:
    try:
        print(half(text))
    except ValueError as error:
        print("실패:", error)
