import queue

last = queue.LifoQueue()
smallest = queue.PriorityQueue()
for number in [2, 3, 1]:
    last.put(number)
    smallest.put(number)
print([last.get() for _ in range(3)])
print([smallest.get() for _ in range(3)])
