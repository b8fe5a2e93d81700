//! Keys, also those typed while the keyboard writes Hangul.

use std::io::BufRead;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::Event;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Hint,
    Next,
    List,
    Solution,
    Again,
    Open,
    Yes,
    Quit,
    Interrupt,
    Suspend,
    Other,
}

impl Key {
    fn of_letter(letter: char) -> Key {
        match letter.to_ascii_lowercase() {
            'h' | 'ㅗ' => Key::Hint,
            'n' | 'ㅜ' => Key::Next,
            'l' | 'ㅣ' => Key::List,
            's' | 'ㄴ' => Key::Solution,
            'a' | 'ㅁ' => Key::Again,
            'o' | 'e' | 'ㅐ' | 'ㅔ' | 'ㄷ' => Key::Open,
            'y' | 'ㅛ' => Key::Yes,
            'q' | 'ㅂ' | 'ㅃ' => Key::Quit,
            _ => Key::Other,
        }
    }

    fn of_event(key: KeyEvent) -> Key {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Char('c' | '\\') if control => Key::Interrupt,
            KeyCode::Char('d') if control => Key::Quit,
            KeyCode::Char('z') if control => Key::Suspend,
            KeyCode::Char(_) if control || key.modifiers.contains(KeyModifiers::ALT) => Key::Other,
            KeyCode::Char(letter) => Key::of_letter(letter),
            _ => Key::Other,
        }
    }
}

/// One key is read for each that is asked for, so that an editor that was opened has the keyboard to itself.
pub fn listen(say: Sender<Event>, live: bool) -> Sender<()> {
    let (ask, asked) = channel();
    thread::spawn(move || {
        for () in asked {
            let heard = if live { read_key() } else { read_line() };
            if say.send(heard.unwrap_or(Event::Gone)).is_err() {
                return;
            }
        }
    });
    ask
}

fn read_key() -> Option<Event> {
    loop {
        match event::read().ok()? {
            event::Event::Key(key) if key.kind != KeyEventKind::Release => {
                return Some(Event::Key(Key::of_event(key)));
            }
            event::Event::Resize(..) => return Some(Event::Resized),
            _ => {}
        }
    }
}

/// Where keys do not come one by one, the first letter of a line stands for one.
fn read_line() -> Option<Event> {
    let mut line = Vec::new();
    match std::io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(1..) => {
            let letter = String::from_utf8_lossy(&line).trim().chars().next();
            Some(Event::Key(letter.map_or(Key::Other, Key::of_letter)))
        }
        _ => None,
    }
}
