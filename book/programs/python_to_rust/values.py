def area(width: int, height: int) -> int:
    return width * height


total = 0
for width in range(1, 4):
    total += area(width, 2)
print(f"모두 {total}")
