//! Small changes to a solution, each of which a learner could have made: an order of two comparisons, a limit that is off by
//! one, a statement left out, a loop that asks only once, a guard that is dropped at once.

use std::ops::Range;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, ImplItemFn, ItemFn, Lit, Local, Pat, ReturnType, Signature, Stmt, Type, UnOp};

/// A change of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mutant {
    range: Range<usize>,
    with: String,
    /// What is changed into what.
    pub what: String,
    /// The line it is changed in, without its indentation.
    pub line: String,
}

impl Mutant {
    /// The whole source with the change.
    pub fn apply(&self, source: &str) -> String {
        format!("{}{}{}", &source[..self.range.start], self.with, &source[self.range.end..])
    }
}

/// All mutants of a source, in the order of their places.
///
/// # Panics
/// If the source is no Rust.
pub fn mutants(source: &str) -> Vec<Mutant> {
    let file = syn::parse_file(source).expect("a solution is Rust");
    let mut finder = Finder { source, found: Vec::new() };
    finder.visit_file(&file);
    let mut found = finder.found;
    found.sort_by(|one, other| (one.range.start, &one.what).cmp(&(other.range.start, &other.what)));
    found.dedup();
    found
}

struct Finder<'a> {
    source: &'a str,
    found: Vec<Mutant>,
}

impl Finder<'_> {
    fn add(&mut self, range: Range<usize>, with: impl Into<String>, what: impl Into<String>) {
        let start = self.source[..range.start].rfind('\n').map_or(0, |index| index + 1);
        let line = self.source[start..].lines().next().unwrap_or_default().trim().to_string();
        self.found.push(Mutant { range, with: with.into(), what: what.into(), line });
    }

    fn replace(&mut self, place: &impl Spanned, with: &str) {
        let range = place.span().byte_range();
        let what = format!("{} → {with}", &self.source[range.clone()]);
        self.add(range, with, what);
    }

    fn body(&mut self, signature: &Signature, block: &syn::Block) {
        let name = &signature.ident;
        let range = block.span().byte_range();
        let returns = match &signature.output {
            ReturnType::Default => return self.add(range, "{}", format!("{name}: the body is gone")),
            ReturnType::Type(_, returned) => returned,
        };
        let last = match &**returns {
            Type::Path(path) => path.path.segments.last(),
            _ => None,
        };
        let result = last.is_some_and(|last| last.ident == "Result");
        let with = if result { "{ Ok(Default::default()) }" } else { "{ Default::default() }" };
        self.add(range, with, format!("{name}: the body is {with}"));
    }
}

/// What else an operator could have been.
fn others(op: &BinOp) -> &'static [&'static str] {
    match op {
        BinOp::Lt(_) => &["<=", ">"],
        BinOp::Le(_) => &["<", ">"],
        BinOp::Gt(_) => &[">=", "<"],
        BinOp::Ge(_) => &[">", "<"],
        BinOp::Eq(_) => &["!="],
        BinOp::Ne(_) => &["=="],
        BinOp::And(_) => &["||"],
        BinOp::Or(_) => &["&&"],
        BinOp::Add(_) => &["-"],
        BinOp::Sub(_) => &["+"],
        BinOp::Mul(_) => &["+"],
        BinOp::AddAssign(_) => &["-=", "="],
        BinOp::SubAssign(_) => &["+=", "="],
        _ => &[],
    }
}

/// Methods that are easily taken for each other.
const TWINS: [(&str, &str); 17] = [
    ("notify_one", "notify_all"),
    ("notify_all", "notify_one"),
    ("is_some", "is_none"),
    ("is_none", "is_some"),
    ("is_ok", "is_err"),
    ("is_err", "is_ok"),
    ("min", "max"),
    ("max", "min"),
    ("push_back", "push_front"),
    ("pop_front", "pop_back"),
    ("any", "all"),
    ("lock", "try_lock"),
    ("lock", "try_lock().unwrap"),
    ("recv", "try_recv"),
    ("send", "try_send"),
    ("unwrap_or_default", "unwrap"),
    ("all", "any"),
];

fn lets(condition: &Expr) -> bool {
    match condition {
        Expr::Let(_) => true,
        Expr::Binary(both) => lets(&both.left) || lets(&both.right),
        _ => false,
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_type(&mut self, _: &'ast Type) {}

    fn visit_expr_binary(&mut self, both: &'ast syn::ExprBinary) {
        for other in others(&both.op) {
            self.replace(&both.op, other);
        }
        visit::visit_expr_binary(self, both);
    }

    fn visit_expr_unary(&mut self, one: &'ast syn::ExprUnary) {
        if let UnOp::Not(not) = &one.op {
            self.add(not.span().byte_range(), "", "! is gone");
        }
        visit::visit_expr_unary(self, one);
    }

    fn visit_expr_if(&mut self, branch: &'ast syn::ExprIf) {
        if !lets(&branch.cond) {
            let range = branch.cond.span().byte_range();
            let with = format!("!({})", &self.source[range.clone()]);
            self.add(range, with, "if → if not");
        }
        visit::visit_expr_if(self, branch);
    }

    fn visit_expr_while(&mut self, around: &'ast syn::ExprWhile) {
        self.replace(&around.while_token, "if");
        visit::visit_expr_while(self, around);
    }

    fn visit_expr_lit(&mut self, literal: &'ast syn::ExprLit) {
        match &literal.lit {
            Lit::Bool(flag) => self.replace(flag, if flag.value { "false" } else { "true" }),
            Lit::Int(number) => {
                let more = number.base10_parse::<u64>().unwrap_or_default().saturating_add(1);
                self.replace(number, &format!("{more}{}", number.suffix()));
            }
            _ => {}
        }
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        for (_, twin) in TWINS.iter().filter(|(name, _)| call.method == name) {
            self.replace(&call.method, twin);
        }
        if call.method == "unwrap_or_else" {
            let end = call.span().byte_range().end;
            self.add(call.method.span().byte_range().start..end, "unwrap()", "unwrap_or_else → unwrap");
        }
        for argument in call.args.iter().filter(|argument| matches!(argument, Expr::Path(_))) {
            let range = argument.span().byte_range();
            let twice = format!("({0} + {0})", &self.source[range.clone()]);
            self.add(range, twice.clone(), format!("the argument is {twice}"));
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_stmt(&mut self, statement: &'ast Stmt) {
        let range = statement.span().byte_range();
        let done = |expression: &Expr| {
            matches!(expression, Expr::MethodCall(_) | Expr::Call(_) | Expr::Assign(_) | Expr::Binary(_))
        };
        let left_out = match statement {
            Stmt::Expr(Expr::Return(_), Some(_)) => true,
            Stmt::Expr(expression, Some(_)) if done(expression) => {
                let twice = format!("{0} {0}", &self.source[range.clone()]);
                self.add(range.clone(), twice, "the statement is there twice");
                true
            }
            Stmt::Macro(call) => call.semi_token.is_some(),
            Stmt::Local(Local { pat: Pat::Wild(_), .. }) => true,
            _ => false,
        };
        if left_out {
            self.add(range, ";", "the statement is gone");
        }
        if let Stmt::Local(Local { pat: pat @ Pat::Ident(_), init: Some(_), .. }) = statement {
            self.replace(pat, "_");
        }
        visit::visit_stmt(self, statement);
    }

    /// Two neighbours in the other order.
    fn visit_block(&mut self, block: &'ast syn::Block) {
        for pair in block.stmts.windows(2) {
            let [one, two] = [&pair[0], &pair[1]].map(|statement| statement.span().byte_range());
            if self.source[..two.end].ends_with([';', '}']) {
                let [first, then] = [&one, &two].map(|range| &self.source[range.clone()]);
                let swapped = format!("{then}{}{first}", &self.source[one.end..two.start]);
                self.add(one.start..two.end, swapped, "the statement comes after the next one");
            }
        }
        visit::visit_block(self, block);
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.body(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.body(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }
}

#[cfg(test)]
mod tests {
    use super::mutants;

    #[test]
    fn each_change_is_one_place() {
        let source = "fn f(n: u8) -> u8 {\n    while n < 3 {\n        g();\n    }\n    n\n}\n";
        let found: Vec<(String, String)> =
            mutants(source).iter().map(|mutant| (mutant.what.clone(), mutant.apply(source))).collect();
        let what: Vec<&str> = found.iter().map(|(what, _)| what.as_str()).collect();
        assert_eq!(
            what,
            [
                "f: the body is { Default::default() }",
                "while → if",
                "< → <=",
                "< → >",
                "3 → 4",
                "the statement is gone",
                "the statement is there twice"
            ]
        );
        assert_eq!(found[1].1, source.replace("while", "if"));
        assert_eq!(found[5].1, source.replace("g();", ";"));
    }
}
