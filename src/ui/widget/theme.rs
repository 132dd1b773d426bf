//! The theme of a widget: the host's option, the user's setting, or the colour scheme of the host page.

use heard_core::event::settings::Theme as SettingsTheme;
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

use crate::browser::color_scheme;
use crate::options::{Options, Theme};
use crate::ui::widget::Widget;
use crate::ui::widget::messages::Msg;

impl Widget {
    /// The value of `data-theme`: the host's option, else the user's setting, else `dark` if the host page is dark where the
    /// widget is, else `auto` for the system's theme.
    pub(crate) fn theme(&self, options: &Options) -> &'static str {
        match (self.chosen_theme(options), self.ui_state.host_is_dark) {
            (Theme::Auto, true) => Theme::Dark.as_str(),
            (theme, _) => theme.as_str(),
        }
    }

    /// Renders again if the colour scheme of the host page has changed and the theme follows it.
    pub(crate) fn follow_host_scheme(&self, options: &Options) {
        let is_running = self.snapshot.notebook.running().is_some();
        // A running meeting is dark anyway, and a touch need not wait for styles.
        if self.chosen_theme(options) != Theme::Auto || is_running {
            return;
        }
        let root = self.ui_state.root.cast::<Element>().map(|root| root.get_root_node());
        let host = root.and_then(|root| root.dyn_into::<ShadowRoot>().ok()).map(|root| root.host());
        if let (Some(window), Some(host)) = (self.window(), host) {
            let is_dark = color_scheme::is_dark(&window, &host);
            if is_dark != self.ui_state.host_is_dark {
                self.link.emit(Msg::HostIsDark(is_dark));
            }
        }
    }

    fn chosen_theme(&self, options: &Options) -> Theme {
        match (options.theme, self.snapshot.notebook.settings().theme) {
            (Theme::Auto, SettingsTheme::Light) => Theme::Light,
            (Theme::Auto, SettingsTheme::Dark) => Theme::Dark,
            (hosts, _) => hosts,
        }
    }
}
