#!/usr/bin/env bash
# Guess: Snowball's French stemmer brings the forms of a word to one stem, also of text typed without accents, and a
# plural to the stem of its singular.
# Instead: it takes -er from a singular and not -ers from its plural, so that loyer and loyers, danger and dangers part,
# whatever the accents; without accents the feminine of a participle (coupee) leaves the masculine (coupe); and travaux
# becomes traval, which travail is not. Two libraries, one of 2019 and one that follows the newest rules, say the same.
# Who meets it: whoever looks for rents, dangers or works and typed the other number. Rules of our own go before the
# stemmer (`language/src/forms/latin.rs`): a plural's s, the endings that need an accent, irregular plurals.
. "$(dirname "$0")/lib.sh"
crate 'frostem = { version = "=2.20261016.1", default-features = false, features = ["french"] }' 'rust-stemmers = "=1.2.0"' <<'R'
fn main() {
    let newest = frostem::Stemmer::new(frostem::Algorithm::French);
    let known = rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::French);
    for word in std::env::args().skip(1) {
        println!("{word} frostem {} rust-stemmers {}", newest.stem(&word), known.stem(&word));
    }
}
R
"$program" loyer loyers danger dangers coupé coupée coupe coupee travail travaux >"$place/seen"
expect <<'S'
loyer frostem loi rust-stemmers loi
loyers frostem loyer rust-stemmers loyer
danger frostem dang rust-stemmers dang
dangers frostem danger rust-stemmers danger
coupé frostem coup rust-stemmers coup
coupée frostem coup rust-stemmers coup
coupe frostem coup rust-stemmers coup
coupee frostem coupe rust-stemmers coupe
travail frostem travail rust-stemmers travail
travaux frostem traval rust-stemmers traval
S
