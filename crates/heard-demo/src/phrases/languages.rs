//! A few sentences in other languages, in other scripts and from right to left.

use heard_core::event::capture::Kind;

use crate::phrases::pattern::{Pattern, sentence};
use crate::random::Random;

/// The names and sentences of a language.
pub(crate) struct Language {
    pub(crate) clients: &'static [&'static str],
    pub(crate) people: &'static [&'static str],
    issues: Pattern,
    others: &'static [&'static str],
}

impl Language {
    /// Hebrew, Greek, Arabic, Japanese, German, Ukrainian and French.
    pub(crate) const ALL: [Self; 7] = [
        Self {
            clients: &["מאפיית שלושה קיפודים", "דפוס הינשוף המנומנם", "ספריית הגבעה הקטנה"],
            people: &["נועה", "אורי", "תמר"],
            issues: &[
                &["המדפסת", "מערכת ההזמנות", "התוכנה החדשה", "הקופה"],
                &["לא עובדת", "נתקעת", "איטית מאוד"],
                &["כבר שבוע", "בכל יום ראשון", "מאז העדכון", "כשיש הרבה לקוחות"],
            ],
            others: &[
                "אנחנו רוצים שמישהו יחזור אלינו",
                "אף אחד לא שאל אותנו לפני השינוי",
                "חשוב לי שהצוות ילך הביתה בזמן",
            ],
        },
        Self {
            clients: &["Φούρνος Ο Νυσταγμένος Γάτος", "Τυπογραφείο Τρία Κουκουνάρια"],
            people: &["Ελένη", "Νίκος"],
            issues: &[
                &["ο εκτυπωτής", "το πρόγραμμα", "το ταμείο"],
                &["δεν δουλεύει", "κολλάει", "αργεί πολύ"],
                &["από τη Δευτέρα", "κάθε απόγευμα", "όταν έχουμε κόσμο"],
            ],
            others: &["θέλουμε κάποιος να μας απαντήσει", "κανείς δεν μας ρώτησε πριν αλλάξει"],
        },
        Self {
            clients: &["مخبز القنافذ الثلاثة", "مكتبة البومة النعسانة", "مغسلة التلة الصغيرة"],
            people: &["ليلى", "سامي", "هدى"],
            issues: &[
                &["الطابعة", "صفحة الطلبات", "شاشة الاستقبال"],
                &["لا تعمل", "تتوقف فجأة", "بطيئة جدا"],
                &["منذ أسبوع", "كل صباح", "منذ التحديث", "عندما يكثر الزبائن"],
            ],
            others: &[
                "نريد أن يرد علينا أحد",
                "لم يسألنا أحد قبل التغيير",
                "أريد أن يعود الفريق إلى البيت في الوقت المناسب",
            ],
        },
        Self {
            clients: &["ねむいふくろう印刷", "三びきのはりねずみ堂"],
            people: &["由美", "健太"],
            issues: &[
                &["プリンターが", "注文の画面が", "在庫の表が"],
                &["月曜の朝に", "月末になると", "更新してから"],
                &["止まります", "とても遅いです", "開きません"],
            ],
            others: &["誰かに返事をもらいたいです", "変える前に一度聞いてほしかったです"],
        },
        Self {
            clients: &["Bäckerei Drei Igel", "Fährgenossenschaft Müde Möwe"],
            people: &["Jörg", "Käthe"],
            issues: &[
                &["der Drucker", "die Zeiterfassung", "das Bestellformular"],
                &["streikt", "hängt", "vergisst alles"],
                &["seit dem Update", "jeden Montag", "wenn der Laden voll ist"],
                &[", und keiner sagt uns warum", ", also schreiben wir es auf Zettel"],
            ],
            others: &["wir hätten gern, dass jemand zurückruft", "gefragt hat uns vorher niemand"],
        },
        Self {
            clients: &["Пекарня «Три їжаки»", "Друкарня «Сонна сова»"],
            people: &["Оксана", "Тарас"],
            issues: &[
                &["принтер", "новий каталог", "сервер"],
                &["не працює", "зависає"],
                &["вже тиждень", "щопонеділка", "після оновлення"],
            ],
            others: &["ми хочемо, щоб нам хтось відповів", "нас ніхто не спитав перед зміною"],
        },
        Self {
            clients: &["Fromagerie des Trois Hérissons", "Imprimerie du Hibou Somnolent"],
            people: &["Océane", "Théo"],
            issues: &[
                &["l’imprimante", "la caisse", "la page des commandes"],
                &["tombe en panne", "se bloque", "perd la dernière ligne"],
                &["tous les lundis", "depuis la mise à jour", "quand il y a du monde"],
                &[", et personne ne nous dit pourquoi", ", alors on note tout à la main"],
            ],
            others: &[
                "on voudrait que quelqu’un nous rappelle",
                "personne ne nous a demandé avant de changer",
            ],
        },
    ];

    /// A sentence in this language for a capture of this kind.
    pub(crate) fn sentence(&self, random: &mut Random, kind: Kind) -> String {
        match kind {
            Kind::Issue => sentence(random, self.issues),
            _ => sentence(random, &[self.others]),
        }
    }
}
