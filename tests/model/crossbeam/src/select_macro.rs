//! `select!` and `select_biased!`: the arms are parsed one by one, bound to their channels, and handed to `Select`.

/// [`crossbeam::select!`]: which one is chosen, of several that are ready, is explored.
#[macro_export]
macro_rules! select {
    ($($arms:tt)*) => {
        $crate::__select!(@parse new [] [] $($arms)*)
    };
}

/// [`crossbeam::channel::select_biased!`]
#[macro_export]
macro_rules! select_biased {
    ($($arms:tt)*) => {
        $crate::__select!(@parse new_biased [] [] $($arms)*)
    };
}

/// Wrong syntax is told by crossbeam's own macro, which compiles the same code first.
#[doc(hidden)]
#[macro_export]
macro_rules! __select {
    (@parse $new:ident $arms:tt []) => {
        $crate::__select!(@bind $new $arms [] [])
    };
    (@parse $new:ident $arms:tt [$($default:tt)+]) => {
        $crate::__select!(@bind $new $arms [] [$($default)+])
    };
    (@parse $new:ident $arms:tt [] default => $($rest:tt)*) => {
        $crate::__select!(@parse $new $arms [] default() => $($rest)*)
    };
    (@parse $new:ident $arms:tt [] default($($limit:expr)? $(,)?) => { $($body:tt)* }, $($rest:tt)*) => {
        $crate::__select!(@parse $new $arms [($($limit)?) { $($body)* }] $($rest)*)
    };
    (@parse $new:ident $arms:tt [] default($($limit:expr)? $(,)?) => { $($body:tt)* } $($rest:tt)*) => {
        $crate::__select!(@parse $new $arms [($($limit)?) { $($body)* }] $($rest)*)
    };
    (@parse $new:ident $arms:tt [] default($($limit:expr)? $(,)?) => $body:expr, $($rest:tt)*) => {
        $crate::__select!(@parse $new $arms [($($limit)?) { $body }] $($rest)*)
    };
    (@parse $new:ident $arms:tt [] default($($limit:expr)? $(,)?) => $body:expr) => {
        $crate::__select!(@parse $new $arms [($($limit)?) { $body }])
    };
    (@parse $new:ident [$($arms:tt)*] $default:tt $kind:ident($($args:tt)*) -> $got:pat => { $($body:tt)* }, $($rest:tt)*) => {
        $crate::__select!(@parse $new [$($arms)* { $kind($($args)*) -> ($got) { $($body)* } }] $default $($rest)*)
    };
    (@parse $new:ident [$($arms:tt)*] $default:tt $kind:ident($($args:tt)*) -> $got:pat => { $($body:tt)* } $($rest:tt)*) => {
        $crate::__select!(@parse $new [$($arms)* { $kind($($args)*) -> ($got) { $($body)* } }] $default $($rest)*)
    };
    (@parse $new:ident [$($arms:tt)*] $default:tt $kind:ident($($args:tt)*) -> $got:pat => $body:expr, $($rest:tt)*) => {
        $crate::__select!(@parse $new [$($arms)* { $kind($($args)*) -> ($got) { $body } }] $default $($rest)*)
    };
    (@parse $new:ident [$($arms:tt)*] $default:tt $kind:ident($($args:tt)*) -> $got:pat => $body:expr) => {
        $crate::__select!(@parse $new [$($arms)* { $kind($($args)*) -> ($got) { $body } }] $default)
    };

    // Each `end` is a variable of its own: every step of the recursion names it anew.
    (@bind $new:ident [{ recv($receiver:expr $(,)?) -> $got:tt $body:tt } $($arms:tt)*] [$($bound:tt)*] $default:tt) => {
        match $receiver {
            ref end => {
                let end: &$crate::channel::Receiver<_> = end;
                $crate::__select!(@bind $new [$($arms)*] [$($bound)* { recv end () $got $body }] $default)
            }
        }
    };
    (@bind $new:ident [{ send($sender:expr, $item:expr $(,)?) -> $got:tt $body:tt } $($arms:tt)*] [$($bound:tt)*] $default:tt) => {
        match $sender {
            ref end => {
                let end: &$crate::channel::Sender<_> = end;
                $crate::__select!(@bind $new [$($arms)*] [$($bound)* { send end (, $item) $got $body }] $default)
            }
        }
    };
    (@bind $new:ident [] [$({ $kind:ident $end:ident $item:tt $got:tt $body:tt })*] []) => {{
        let operation = {
            let mut select = $crate::channel::Select::$new();
            $(select.$kind($end);)*
            select.select().unbound()
        };
        $crate::__select!(@finish operation (0usize) $({ $kind $end $item $got $body })*)
    }};
    (@bind $new:ident [] [$({ $kind:ident $end:ident $item:tt $got:tt $body:tt })*] [($($limit:expr)?) $otherwise:tt]) => {{
        let operation = {
            #[allow(unused_mut, reason = "a select may have no arms")]
            let mut select = $crate::channel::Select::$new();
            $(select.$kind($end);)*
            $crate::__select!(@within select $($limit)?)
        };
        match operation {
            ::core::result::Result::Ok(operation) => {
                $crate::__select!(@finish operation (0usize) $({ $kind $end $item $got $body })*)
            }
            ::core::result::Result::Err(_) => $otherwise,
        }
    }};

    (@within $select:ident) => { $select.try_select().map(|operation| operation.unbound()) };
    (@within $select:ident $limit:expr) => { $select.select_timeout($limit).map(|operation| operation.unbound()) };

    (@finish $operation:ident ($($index:tt)*)) => {
        ::core::unreachable!("the operation {} is one of the arms", $operation.index())
    };
    (@finish $operation:ident ($($index:tt)*) { $kind:ident $end:ident ($($item:tt)*) ($got:pat) $body:tt } $($arms:tt)*) => {
        if $operation.index() == $($index)* {
            let $got = $operation.$kind($end $($item)*);
            $body
        } else {
            $crate::__select!(@finish $operation ($($index)* + 1) $($arms)*)
        }
    };
}
