//! Captions: the words, and the credit at their end.
//!
//! In: a caption line. Out: the words and the credit, as stretches of the line. `Rain over Bergen. (Foto: Ina Holm)` has
//! the words `Rain over Bergen.`; a caption that ends with a pointing bracket (`Ina Holm (right)`) keeps it. Credits on a
//! line of their own are read by [`super::credit::read_line`].

use super::Credit;
use super::credit;
use crate::text::Stretch;

/// A caption line taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Caption {
    /// The words without the credit.
    pub text: Stretch,
    /// The credit, where one is printed; its stretch counts in the same line.
    pub credit: Option<Credit>,
}

/// Takes the credit off the end of a caption.
#[must_use]
pub fn read(line: &str, language: &str) -> Caption {
    without(line, credit::read_end(line, language))
}

/// The same for a caption whose credit is known.
#[must_use]
pub fn without(line: &str, credit: Option<Credit>) -> Caption {
    let end = credit.as_ref().map_or(line.len(), |credit| credit.outer.start);
    Caption { text: Stretch::new(0, end).trimmed(line), credit }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(line: &str, language: &str) -> String {
        let found = read(line, language);
        let Some(credit) = found.credit else { return format!("{} //", found.text.of(line)) };
        let makers = format!("[{}] [{}]", credit.names.join(", "), credit.agencies.join(", "));
        format!("{} // {} {makers}", found.text.of(line), credit.stretch.of(line))
    }

    #[test]
    fn credits_come_off() {
        for (line, language, expected) in [
            ("Rain over Bergen (Image: Getty)", "en", "Rain over Bergen // Getty [] [Getty]"),
            (
                "Rain over Bergen(Image: Bloomberg via Getty Images)",
                "en",
                "Rain over Bergen // Bloomberg via Getty Images [] [Bloomberg, Getty Images]",
            ),
            (
                "Rain over Bergen, Aug. 29, 2024. (AP Photo/Ina Holm)",
                "en",
                "Rain over Bergen, Aug. 29, 2024. // AP Photo/Ina Holm [Ina Holm] [AP]",
            ),
            (
                "Rain over Bergen. (AP Photo/Ina Holm) - Copyright AP Photo",
                "en",
                "Rain over Bergen. // AP Photo/Ina Holm [Ina Holm] [AP]",
            ),
            (
                "Rain in Bergen. Photograph: Ina Holm/Reuters",
                "en",
                "Rain in Bergen. // Ina Holm/Reuters [Ina Holm] [Reuters]",
            ),
            ("Rain in Bergen. — Picture by Ina Holm", "en", "Rain in Bergen. // Ina Holm [Ina Holm] []"),
            ("Fans at the Harbour CupCredit: PA", "en", "Fans at the Harbour Cup // PA [] [PA]"),
            ("Rain over Bergen [Ina Holm/Pool/AFP]", "en", "Rain over Bergen // Ina Holm/Pool/AFP [Ina Holm] [AFP]"),
            (
                "Rain over Bergen. Ina Holm/Getty Images",
                "en",
                "Rain over Bergen. // Ina Holm/Getty Images [Ina Holm] [Getty Images]",
            ),
            (
                "Rain over Bergen. | Ina Holm/PA Images via Getty Images",
                "en",
                "Rain over Bergen. // Ina Holm/PA Images via Getty Images [Ina Holm] [PA Images, Getty Images]",
            ),
            (
                "Rain over Bergen. (Ina Holm/Harbourpix)",
                "en",
                "Rain over Bergen. // Ina Holm/Harbourpix [Ina Holm] [Harbourpix]",
            ),
            (
                "Rain at the UN-Hauptquartier Ina Holm II/Copyright 2026 The AP. All rights reserved.",
                "en",
                "Rain at the UN-Hauptquartier // Ina Holm II/Copyright 2026 The AP. All rights reserved. [Ina Holm II] [AP]",
            ),
            ("The bare ice.Photograph by Ina Holm", "en", "The bare ice. // Ina Holm [Ina Holm] []"),
            ("Regen in Bergen. Foto: Ina Holm/dpa", "de", "Regen in Bergen. // Ina Holm/dpa [Ina Holm] [dpa]"),
            ("Ein Kleid von ORLANDOFoto: Ina Holm", "de", "Ein Kleid von ORLANDO // Ina Holm [Ina Holm] []"),
            ("Regen in Bergen © Gemeinde Bergen", "de", "Regen in Bergen // Gemeinde Bergen [] [Gemeinde Bergen]"),
            ("Regen in Bergen.© Ina Holm/dpa", "de", "Regen in Bergen. // Ina Holm/dpa [Ina Holm] [dpa]"),
            ("Regen in Bergen. IMAGO/Ina Holm", "de", "Regen in Bergen. // IMAGO/Ina Holm [Ina Holm] [IMAGO]"),
            ("Pluie à Bergen. INA HOLM / AFP", "fr", "Pluie à Bergen. // INA HOLM / AFP [INA HOLM] [AFP]"),
            ("Lluvia en Bergen EFE/ I. Holm", "es", "Lluvia en Bergen // EFE/ I. Holm [I. Holm] [EFE]"),
            ("Lluvia en Bergen.INA HOLM", "es", "Lluvia en Bergen. // INA HOLM [INA HOLM] []"),
            (
                "Pluie à Bergen. INA HOLM POUR « LE PORT »",
                "fr",
                "Pluie à Bergen. // INA HOLM POUR « LE PORT » [INA HOLM] [« LE PORT »]",
            ),
            ("Lluvia en Bergen.AFP", "es", "Lluvia en Bergen. // AFP [] [AFP]"),
            (
                "Rain (Photo: UN Photo / Ina van Holm. Courtesy of the court)",
                "en",
                "Rain // UN Photo / Ina van Holm. Courtesy of the court [Ina van Holm] [UN Photo]",
            ),
        ] {
            assert_eq!(show(line, language), expected, "{line}");
        }
    }

    #[test]
    fn pointing_brackets_stay() {
        for line in [
            "Ina Holm (right) and Otto Frey",
            "Otto Frey with Ina Holm (right)",
            "The ivy is easy to grow (stock image)",
            "A man said: nobody came",
            "The river in the photo by the quay rose.",
            "The bridge is open. WATCH OUT BELOW",
            "He met the president of the United States.",
        ] {
            assert_eq!(show(line, "en"), format!("{line} //"), "{line}");
        }
    }
}
