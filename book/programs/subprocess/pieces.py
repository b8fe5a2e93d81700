import codecs

data = "가나다".encode()
pieces = [data[:4], data[4:]]
try:
    print("".join(piece.decode() for piece in pieces))
except UnicodeDecodeError as error:
    print("조각마다 바꾸면 UnicodeDecodeError:", error.reason)
print("모아서 바꾸면:", b"".join(pieces).decode())
decoder = codecs.getincrementaldecoder("utf-8")()
print("이어서 바꾸면:", "".join(decoder.decode(piece) for piece in pieces))
