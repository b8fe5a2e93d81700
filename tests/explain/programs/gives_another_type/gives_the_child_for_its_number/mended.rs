use std::process::Child;

fn wait_for_end(id: u32) -> u32 {
    id
}

pub fn end(child: &Child) -> u32 {
    wait_for_end(child.id())
}
