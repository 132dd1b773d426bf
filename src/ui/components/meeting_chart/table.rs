//! The chart as a table, for screen readers and for exact figures.

use yew::prelude::*;

use crate::ui::components::links::more_rows;
use crate::ui::components::meeting_chart::describe::contents;
use crate::ui::components::meeting_chart::scene::Scene;
use crate::ui::context::view::{ROWS, View};

/// The turns in order, limited to the rows that are shown so far.
pub(crate) fn table(view: &View, scene: &Scene) -> Html {
    let (words, limit) = (&scene.words.picture, view.row_limit(ROWS));
    html! {
        <details class="table">
            <summary>{ words.table }</summary>
            <table>
                <thead>
                    <tr>for column in words.columns { <th scope="col">{ column }</th> }</tr>
                </thead>
                <tbody>
                    for turn in scene.turns.iter().take(limit) {
                        <tr key={turn.start_ms.to_string()}>
                            <th scope="row">{ scene.who(turn) }</th>
                            for time in Scene::times(turn) { <td>{ time }</td> }
                            <td>{ contents(scene, turn) }</td>
                        </tr>
                    }
                </tbody>
            </table>
            { more_rows(view, scene.turns.len(), limit) }
        </details>
    }
}
