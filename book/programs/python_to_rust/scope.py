class Door:
    def __enter__(self):
        print("엽니다")

    def __exit__(self, *error):
        print("닫습니다")


with Door():
    print("들어갑니다")
print("떠납니다")
