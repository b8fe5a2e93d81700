def finish(diary: list[str]) -> int:
    diary.append("끝")
    return len(diary)


diary = ["월요일", "화요일"]
print(finish(diary))
print(diary)
