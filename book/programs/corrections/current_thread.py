import threading
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    threading.currentThread().getName()
for warning in caught:
    print(f"{warning.category.__name__}: {warning.message}")
print("지금의 이름:", threading.current_thread().name)
