use heard_core::{calendar::Local, *};
use std::time::Instant;
fn main() {
    let u = Local { wall_ms: 1_795_291_200_000, utc_offset_min: 60 };
    let t = Instant::now();
    let e = heard_demo::year(1, u);
    println!("gen {:?} {} events", t.elapsed(), e.len());
    let t = Instant::now();
    let d = Desk::gather(e.clone());
    println!("gather {:?}", t.elapsed());
    let j = export::json(
        &d,
        Default::default(),
        Moment { boot: Boot::from_random(1), wall_ms: u.wall_ms, mono_ms: 0 },
        60,
    );
    println!("json {}", j.len());
    std::fs::write("/tmp/h/year.json", &j).unwrap();
    let mut by = std::collections::BTreeMap::new();
    for x in &e {
        let w = format!("{:?}", x.act);
        let w = w.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned();
        *by.entry(w).or_insert(0) += 1;
    }
    println!("{by:?}");
    let mut st = std::collections::BTreeMap::new();
    for l in d.loops() {
        *st.entry((l.state.word(), l.closed.is_some())).or_insert(0) += 1;
    }
    println!("{st:?}");
    let today = u.day();
    println!(
        "hole {} twice {} >90 {}",
        d.loops().iter().filter(|l| l.is_in_black_hole(today, 14)).count(),
        d.loops().iter().filter(|l| l.is_raised_twice()).count(),
        d.loops().iter().filter(|l| l.awaits_word() && l.silence_days(today) > 90).count()
    );
    for l in d.loops().iter().take(400).step_by(9) {
        println!("{:?} {} | {:?}", l.kind, l.words, l.promised_by);
    }
}
