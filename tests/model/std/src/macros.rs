//! The macros whose effect other threads, or the reader of a report, could see.

/// [`std::println!`]
#[macro_export]
macro_rules! println {
    () => { $crate::io::write_out(::core::format_args!("\n")) };
    ($($arg:tt)*) => { $crate::io::write_out(::core::format_args!("{}\n", ::core::format_args!($($arg)*))) };
}

/// [`std::print!`]
#[macro_export]
macro_rules! print {
    ($($arg:tt)*) => { $crate::io::write_out(::core::format_args!($($arg)*)) };
}

/// [`std::eprintln!`]: kept for the report.
#[macro_export]
macro_rules! eprintln {
    () => { $crate::io::write_err(::core::format_args!("\n")) };
    ($($arg:tt)*) => { $crate::io::write_err(::core::format_args!("{}\n", ::core::format_args!($($arg)*))) };
}

/// [`std::eprint!`]: kept for the report.
#[macro_export]
macro_rules! eprint {
    ($($arg:tt)*) => { $crate::io::write_err(::core::format_args!($($arg)*)) };
}

/// [`std::dbg!`]: kept for the report.
#[macro_export]
macro_rules! dbg {
    () => {
        $crate::eprintln!("[{}:{}]", $crate::io::file_name(::core::file!()), ::core::line!())
    };
    ($value:expr $(,)?) => {
        match $value {
            shown => {
                $crate::eprintln!(
                    "[{}:{}] {} = {:#?}",
                    $crate::io::file_name(::core::file!()),
                    ::core::line!(),
                    ::core::stringify!($value),
                    &shown
                );
                shown
            }
        }
    };
    ($($value:expr),+ $(,)?) => { ($($crate::dbg!($value)),+,) };
}

/// [`std::todo!`]: the step has not been begun.
#[macro_export]
macro_rules! todo {
    () => { $crate::engine::todo($crate::string::String::new(), $crate::engine::here()) };
    ($($arg:tt)+) => {
        $crate::engine::todo($crate::fmt::format(::core::format_args!($($arg)+)), $crate::engine::here())
    };
}

/// [`std::thread_local!`]: a value for each thread of an order.
#[macro_export]
macro_rules! thread_local {
    () => {};
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = const $init:block $(; $($rest:tt)*)?) => {
        $crate::thread_local!($(#[$attr])* $vis static $name: $t = $init $(; $($rest)*)?);
    };
    ($(#[$attr:meta])* $vis:vis static $name:ident: $t:ty = $init:expr $(; $($rest:tt)*)?) => {
        $(#[$attr])*
        $vis static $name: $crate::thread::LocalKey<$t> = $crate::thread::LocalKey::new({
            fn init() -> $t {
                $init
            }
            init
        });
        $($crate::thread_local!($($rest)*);)?
    };
}
