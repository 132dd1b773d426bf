//! The picture as a table, for who can not see it or wants the figures.

use yew::prelude::*;

use crate::ui::components::meeting_chart::Scene;
use crate::ui::components::meeting_chart::describe::kept;
use crate::ui::widget::ui_state::ROWS;
use crate::ui::widget::view::View;

/// The turns in order, the first ones at first.
pub(crate) fn table(view: &View, scene: &Scene) -> Html {
    let (words, most) = (&scene.words.picture, view.most(ROWS));
    html! {
        <details class="table">
            <summary>{ words.table }</summary>
            <table>
                <thead>
                    <tr>for column in words.columns { <th scope="col">{ column }</th> }</tr>
                </thead>
                <tbody>
                    for turn in scene.turns.iter().take(most) {
                        <tr key={turn.start_ms.to_string()}>
                            <th scope="row">{ scene.who(turn) }</th>
                            for time in Scene::times(turn) { <td>{ time }</td> }
                            <td>{ kept(scene, turn) }</td>
                        </tr>
                    }
                </tbody>
            </table>
            { view.rest(scene.turns.len(), most) }
        </details>
    }
}
