// See handout.h. Paper is light, at rest, and as wide as a usual screen.
#include "core/faces/handout.h"

#include "core/content/words.h"
#include "core/faces/svg.h"
#include "core/state/camera.h"
#include "core/state/caption.h"
#include "core/view/view.h"

#include <string>
#include <utility>

namespace throughline {
namespace {

constexpr Vec2 paper_stage_px{1280, 720};

State at_rest(State state) {
    state.around.form = Form::Wide;
    state.view.theme = Theme::Light;
    state.motion.reveal = 1;
    state.hands.hovered = state.hands.focused = none;
    state.view.is_blank = false;
    state.view.spot.reset();
    state.view.text_step = 0;
    return state;
}

Element text_element(const char* tag, const char* css_class, const std::string& text) {
    return {tag, {{"class", css_class}}, text};
}

Element step_section(const Brief& brief, State state, int step, HandoutNotes notes) {
    state.view.mode = Mode::Talk;
    state.view.selected = none;
    state.view.step = step;
    state.around.stage_px = paper_stage_px;
    state.view.camera = state.motion.camera_shown = Camera{};
    const Caption caption = caption_of(brief.content, state);
    const Layout layout = compute_layout(brief.content, layout_request(brief, state));
    Scene scene = view_scene(brief, layout, state, view_drawing(brief, layout, state, Lettering::Picture));
    Element section{"section", {{"class", "part-step"}}};
    section.children.push_back(text_element("p", "part-step-position", caption.position));
    section.children.push_back(text_element("h2", "part-step-title", caption.title));
    section.children.push_back(text_element("p", "part-step-text", caption.text));
    if (!caption.address.empty()) section.children.push_back(text_element("p", "part-step-address", caption.address));
    if (scene.code) section.children.push_back(svg_of_code(*scene.code, "part-step-code"));
    // The words stand above as text of the page.
    scene.captions.clear();
    section.children.push_back(svg_element(brief.content, scene, SvgUse::Embedded, "part-step-picture"));
    const bool is_of_tour = step < static_cast<int>(brief.content.tour.size());
    const std::string written = is_of_tour ? brief.content.tour[static_cast<std::size_t>(step)].notes : "";
    if (notes == HandoutNotes::With && !written.empty()) {
        section.children.push_back(text_element("h3", "part-step-notes-title", std::string(words().notes)));
        section.children.push_back(text_element("p", "part-step-notes", written));
    }
    return section;
}

}  // namespace

Element make_handout(const Brief& brief, const State& state, HandoutNotes notes) {
    const State still = at_rest(state);
    if (state.view.mode != Mode::Talk && state.view.mode != Mode::Speaker) {
        const Layout layout = compute_layout(brief.content, whole_request(brief.content, Form::Wide));
        return svg_element(brief.content,
                           view_scene(brief, layout, still, view_drawing(brief, layout, still, Lettering::Picture)),
                           SvgUse::Embedded, "picture-handout");
    }
    Element steps{"div", {{"class", "part-steps"}}};
    for (int step = 0; step <= static_cast<int>(brief.content.tour.size()); ++step)
        steps.children.push_back(step_section(brief, still, step, notes));
    return steps;
}

}  // namespace throughline
