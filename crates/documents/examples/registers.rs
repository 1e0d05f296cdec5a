//! What a register costs as a file: `cargo run --release -p chikaya-documents --example registers -- FORM ROWS [FOLDER]`,
//! with `pdf`, `xlsx` or `csv` as the form. With a folder the file is kept there.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use chikaya_documents::{Cell, Column, Press, Register, Table, Workbook};
use chikaya_domain::Language;
use chikaya_domain::table::{Readers, write_csv};

/// What the portal allocates with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const HEADINGS: [(&str, u8); 9] = [
    ("الرقم", 9),
    ("رقم التتبع\nالنوع\nطريقة الإيداع", 19),
    ("تاريخ الوصول\nتاريخ الإيداع", 12),
    ("الموضوع\nالمكان", 24),
    ("أودعه", 17),
    ("تاريخ القبول", 11),
    ("الحالة\nالمآل", 14),
    ("تاريخ الجواب\nالأيام حتى الجواب", 12),
    ("أُحيل إلى\nالإدارة المُحيلة", 22),
];

fn row(number: usize) -> Vec<String> {
    vec![
        format!("2026/{number}"),
        format!("CK-26-{number:04}-9QDX\nشكاية\nعبر الإنترنت"),
        "12/03/2026".to_owned(),
        "الإنارة العمومية\nجماعة تيزنيت".to_owned(),
        format!("فاطمة مثال {number}"),
        "13/03/2026".to_owned(),
        "أُجيب عنه\nمقبول جزئيا".to_owned(),
        "02/04/2026\n21 يوما".to_owned(),
        if number.is_multiple_of(5) {
            "المكتب الوطني للكهرباء · 14/03/2026".to_owned()
        } else {
            String::new()
        },
    ]
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let form = arguments.next().unwrap_or_else(|| "pdf".to_owned());
    let count: usize = arguments.next().map_or(Ok(1_000), |word| word.parse())?;
    let folder = arguments.next();
    let created = "2026-03-12T21:14:00Z".parse()?;
    let rows: Vec<Vec<String>> = (1..=count).map(row).collect();
    let columns = HEADINGS.map(|(heading, width)| Column { heading, width });
    let cells = || {
        let cells = |row: &'_ Vec<String>| row.iter().cloned().map(Cell::text).collect();
        rows.iter().map(cells)
    };
    eprintln!("before: {}", memory());
    let began = Instant::now();
    let file = match form.as_str() {
        "xlsx" => {
            let mut book = Workbook::new(Language::Arabic, "سجل", "جماعة تيزنيت", created)?;
            let table = Table {
                name: "سجل",
                about: &[],
                columns: &columns,
            };
            book.add(&table, cells())?;
            book.finish()?
        }
        "csv" => {
            let mut file = Vec::new();
            let headings = columns.map(|column| column.heading);
            write_csv(&mut file, Readers::People, &headings, cells())?;
            file
        }
        _ => Press::new()?.register(
            &Register {
                language: Language::Arabic,
                brand: "شكاية",
                document: "سجل الشكايات والملاحظات والاقتراحات",
                owner: "جماعة تيزنيت",
                about: &[("الفترة", "2026")],
                columns: &HEADINGS,
                rows: &rows,
                sample: None,
            },
            created,
        )?,
    };
    eprintln!(
        "{count} rows as {form}: {:.2?}, {} bytes, {}",
        began.elapsed(),
        file.len(),
        memory()
    );
    if let Some(folder) = folder {
        std::fs::write(Path::new(&folder).join(format!("register.{form}")), file)?;
    }
    Ok(())
}

/// What the process holds, and what it held at most.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name));
        line.map_or_else(String::new, |line| {
            line.split_whitespace().collect::<Vec<_>>().join(" ")
        })
    };
    format!("{} {}", of("VmRSS"), of("VmHWM"))
}
