//! Threads of an order as coroutines: every stack, every switch, and all the `unsafe` that they need.
//!
//! [`Threads`] owns the coroutines of one order. Control goes into one of them by [`Threads::resume`] and comes back when
//! it is done or calls [`suspend`]. When the order is over, whoever is not done is abandoned, all together: their stacks
//! are used again, and what lies on them is leaked, for destructors would want the order back.

use std::cell::{Cell, RefCell};
use std::io;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;

use corosensei::stack::DefaultStack;
use corosensei::{CoroutineResult, Yielder};

/// Bytes of stack a thread has, as many as a thread of std; runaway recursion meets a guard page behind it.
const STACK: usize = 2 * 1024 * 1024;
/// Bytes of stack the first thread has, as many as Linux gives the thread of `main`.
const FIRST_STACK: usize = 8 * 1024 * 1024;

/// Threads that an order has room for without asking for memory again.
const USUAL_THREADS: usize = 8;

type Coroutine = corosensei::Coroutine<(), (), (), DefaultStack>;

thread_local! {
    /// What the coroutine that runs now gives control back with.
    static YIELDER: Cell<Option<*const Yielder<(), ()>>> = const { Cell::new(None) };
    /// Stacks that no coroutine uses now.
    static FREE: RefCell<Free> = const { RefCell::new(Free { usual: Vec::new(), first: Vec::new() }) };
}

#[derive(Default)]
struct Free {
    usual: Vec<Stack>,
    first: Vec<Stack>,
}

/// Memory for the frames of one thread.
pub(crate) struct Stack {
    memory: DefaultStack,
    size: usize,
}

impl Stack {
    /// A stack of at least `size` bytes, and never less than is usual.
    pub(crate) fn new(size: usize) -> io::Result<Stack> {
        let size = size.max(STACK);
        let free = FREE.try_with(|free| free.borrow_mut().of(size).and_then(Vec::pop)).ok().flatten();
        if let Some(stack) = free {
            return Ok(stack);
        }
        // Room for the guard page and for rounding up.
        if size > isize::MAX as usize - (1 << 20) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        Ok(Stack { memory: DefaultStack::new(size)?, size })
    }

    /// Keeps the stack for another thread, if it is of a size that others ask for.
    fn keep(self) {
        // Where the thread of the system is ending, the stack simply goes.
        let _ = FREE.try_with(|free| {
            if let Some(free) = free.borrow_mut().of(self.size) {
                free.push(self);
            }
        });
    }
}

impl Free {
    fn of(&mut self, size: usize) -> Option<&mut Vec<Stack>> {
        match size {
            STACK => Some(&mut self.usual),
            FIRST_STACK => Some(&mut self.first),
            _ => None,
        }
    }
}

/// What a thread does. Dropping it drops nothing: it may borrow from a stack that is abandoned already.
pub(crate) struct Body {
    run: ManuallyDrop<Box<dyn FnOnce()>>,
    stack: Stack,
}

impl Body {
    /// # Safety
    /// The body must be done, or the [`Threads`] that it is given to dropped, before what it borrows goes away.
    pub(crate) unsafe fn new(stack: Stack, run: Box<dyn FnOnce() + '_>) -> Body {
        // SAFETY: only the lifetime changes. `run` is called by `Threads::resume` alone and never dropped unless called,
        // so what it borrows is not touched after the moment that the caller promises to wait for.
        let run: Box<dyn FnOnce()> = unsafe { std::mem::transmute(run) };
        Body { run: ManuallyDrop::new(run), stack }
    }
}

/// The coroutines of one order, by the index of their thread.
///
/// `'a` is what the first body borrows. Leaking this leaks stacks, and nothing runs on them any more.
pub(crate) struct Threads<'a> {
    coroutines: Vec<Option<(Coroutine, usize)>>,
    borrows: PhantomData<&'a ()>,
}

impl<'a> Threads<'a> {
    /// The first thread, which may borrow for as long as this lives.
    pub(crate) fn new(first: impl FnOnce() + 'a) -> io::Result<Threads<'a>> {
        let mut threads = Threads { coroutines: Vec::with_capacity(USUAL_THREADS), borrows: PhantomData };
        let stack = Stack::new(FIRST_STACK)?;
        // SAFETY: `first` outlives `'a`, and so this value.
        let body = unsafe { Body::new(stack, Box::new(first)) };
        threads.start(0, body);
        Ok(threads)
    }

    /// Makes a thread ready to be resumed.
    pub(crate) fn start(&mut self, thread: usize, body: Body) {
        let Body { run, stack: Stack { memory, size } } = body;
        let run = ManuallyDrop::into_inner(run);
        let coroutine = Coroutine::with_stack(memory, move |yielder, ()| {
            YIELDER.set(Some(yielder));
            run();
        });
        if self.coroutines.len() <= thread {
            self.coroutines.resize_with(thread + 1, || None);
        }
        self.coroutines[thread] = Some((coroutine, size));
    }

    /// Lets the thread go on until it suspends itself or is done (true). False, too, for a thread that is not here.
    pub(crate) fn resume(&mut self, thread: usize) -> bool {
        let Some((coroutine, _)) = self.coroutines.get_mut(thread).and_then(Option::as_mut) else {
            return false;
        };
        let outer = Restore(YIELDER.get());
        let result = coroutine.resume(());
        drop(outer);
        let done = matches!(result, CoroutineResult::Return(()));
        if done && let Some((coroutine, size)) = self.coroutines[thread].take() {
            Stack { memory: coroutine.into_stack(), size }.keep();
        }
        done
    }
}

impl Drop for Threads<'_> {
    fn drop(&mut self) {
        for (mut coroutine, size) in self.coroutines.drain(..).flatten() {
            // SAFETY: nothing on the stack is used again. Its own frames never go on, and safe code borrows from them only
            // for their own time: in frames of the order's other threads, which are abandoned here as well, and in
            // bodies that have not started, which are never run or dropped. (A thread of the system that borrows from a
            // thread of an order, or an address pinned there and kept in a `static`, is what the crate's `# Limits`
            // exclude: the stand-ins offer neither.)
            unsafe { coroutine.force_reset() };
            Stack { memory: coroutine.into_stack(), size }.keep();
        }
    }
}

/// Puts the yielder of whoever resumes back in place, also where the coroutine panics.
struct Restore(Option<*const Yielder<(), ()>>);

impl Drop for Restore {
    fn drop(&mut self) {
        YIELDER.set(self.0);
    }
}

/// Gives control back to whoever resumed the coroutine that runs now, until it is resumed again.
///
/// # Panics
/// Outside of a coroutine.
pub(crate) fn suspend() {
    let yielder = YIELDER.get().expect("suspended outside of a coroutine");
    // SAFETY: the yielder is that of the coroutine that runs now, and lives as long as its body. Each coroutine puts its own
    // in place when control enters it, at its start and below; whoever resumes puts back what was there, in `resume`.
    unsafe { (*yielder).suspend(()) };
    YIELDER.set(Some(yielder));
}
