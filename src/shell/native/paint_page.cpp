// Roles to ImGui widgets; where they stand is decided by four parts of the page alone: header, controls, panel, text.
#include "shell/native/paint_page.h"

#include "core/view/palette.h"
#include "shell/fallback_glyphs.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace throughline {
namespace {

constexpr float text_size = 15;
constexpr float narrowest_beside = 900;  // window in which the panel stands beside the stage and not below it

ImVec4 color_of(Color color) {
    return {static_cast<float>(color.r) / 255, static_cast<float>(color.g) / 255, static_cast<float>(color.b) / 255, 1};
}

bool has_part(const PageItem& item, std::string_view part) {
    const std::string padded = " " + item.part + " ";
    return padded.find(" " + std::string(part) + " ") != std::string::npos;
}

const PageItem* find_part(const std::vector<PageItem>& items, std::string_view part) {
    for (const PageItem& item : items) {
        if (has_part(item, part)) return &item;
        if (const PageItem* found = find_part(item.inside(), part)) return found;
    }
    return nullptr;
}

enum class Flow { Column, Row };

class PagePainter {
public:
    PagePainter(float ratio, std::vector<std::string>& activated) : ratio_(ratio), activated_(activated) {}

    void paint_window(const char* name, Rect place, Flow flow, const std::vector<const PageItem*>& items) {
        flow_ = flow;
        serial_ = 0;
        ImGui::SetNextWindowPos({place.x * ratio_, place.y * ratio_});
        ImGui::SetNextWindowSize({place.w * ratio_, place.h * ratio_});
        constexpr int fixed = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                              ImGuiWindowFlags_NoCollapse;
        ImGui::Begin(name, nullptr, fixed | (flow == Flow::Row ? ImGuiWindowFlags_NoScrollbar : 0));
        for (const PageItem* item : items) {
            if (item != nullptr) paint(*item);
        }
        ImGui::End();
    }

private:
    void paint(const PageItem& item) {
        if (has_part(item, "skip")) return;
        ImGui::PushID(++serial_);
        switch (item.role) {
            case Role::Heading: paint_heading(item); break;
            case Role::Paragraph: paint_line(item); break;
            case Role::ListItem:
                ImGui::Bullet();
                ImGui::SameLine();
                paint_line(item);
                break;
            case Role::Text:
            case Role::Link:
            case Role::Button:
            case Role::FileInput: paint_word(item); break;
            case Role::Field: paint_words(item.text + ": " + item.value); break;
            case Role::Disclosure:
                if (ImGui::TreeNodeEx(item.text.c_str(), ImGuiTreeNodeFlags_NoTreePushOnOpen)) paint_all(item.inside());
                break;
            default:
                if (flow_ == Flow::Row) {
                    paint_line(item);
                } else {
                    if (!item.text.empty()) paint_words(item.text);
                    paint_all(item.inside());
                }
        }
        ImGui::PopID();
    }

    void paint_all(const std::vector<PageItem>& items) {
        for (const PageItem& item : items) paint(item);
    }

    void paint_heading(const PageItem& item) {
        constexpr std::array<float, 4> sizes{20, 20, 16, 15};
        const float size = sizes[static_cast<std::size_t>(std::clamp(item.level - 1, 0, 3))];
        ImGui::PushFont(ImGui::GetIO().Fonts->Fonts[1], imgui_size_of(size * ratio_));
        ImGui::Spacing();
        paint_words(item.text);
        ImGui::PopFont();
    }

    // What is written and then the children, side by side while there is room.
    void paint_line(const PageItem& item) {
        if (!item.text.empty()) {
            paint_words(item.text);
            if (!item.inside().empty()) continue_line(item.inside().front());
        }
        for (std::size_t i = 0; i < item.inside().size(); ++i) {
            paint(item.inside()[i]);
            if (i + 1 < item.inside().size()) continue_line(item.inside()[i + 1]);
        }
    }

    void paint_word(const PageItem& item) {
        const std::string name = item.text.empty() ? item.label : item.text;
        if (name.empty()) return;
        if (item.role == Role::Text) return paint_words(name);
        if (item.role == Role::FileInput) return paint_words(name + ": drop a file on this window");
        ImGui::BeginDisabled(item.is_disabled);
        const bool is_plain = item.role == Role::Link || has_part(item, "go");
        const bool is_pressed = is_plain ? ImGui::TextLink(name.c_str()) : ImGui::Button(name.c_str());
        ImGui::EndDisabled();
        if (is_pressed) activate(item);
        if (!item.description.empty()) ImGui::SetItemTooltip("%s", item.description.c_str());
    }

    void paint_words(const std::string& text) {
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(text.data(), text.data() + text.size());
        ImGui::PopTextWrapPos();
    }

    static void continue_line(const PageItem& next) {
        const float arrow = next.role == Role::Disclosure ? 2 * ImGui::GetFontSize() : 0;
        const float end = ImGui::GetItemRectMax().x + ImGui::GetStyle().ItemSpacing.x + arrow +
                          ImGui::CalcTextSize(next.text.c_str()).x;
        const float room_end = ImGui::GetWindowPos().x + ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
        if (end < room_end) ImGui::SameLine();
    }

    // As the bridge names a link to a node's section in the text.
    void activate(const PageItem& item) {
        if (!item.id.empty()) {
            activated_.push_back(item.id);
        } else if (item.href.starts_with('#')) {
            activated_.push_back("go:href:" + item.href.substr(1));
        }
    }

    float ratio_;
    Flow flow_ = Flow::Column;
    int serial_ = 0;  // of the item in its window: the page is made anew for each frame
    std::vector<std::string>& activated_;
};

}  // namespace

PagePlan plan_page(Vec2 window) {
    constexpr float header = 56;
    constexpr float controls = 56;
    const float middle = std::max(1.0F, window.y - header - controls);
    if (window.x >= narrowest_beside) {
        constexpr float panel = 344;
        const float stage = window.x - panel;
        return {{0, 0, window.x, header},
                {0, header, stage, middle},
                {0, header + middle, stage, controls},
                {stage, header, panel, middle + controls}};
    }
    const float panel = middle * 0.4F;
    return {{0, 0, window.x, header},
            {0, header, window.x, middle - panel},
            {0, header + middle - panel, window.x, controls},
            {0, window.y - panel, window.x, panel}};
}

void paint_page(const Page& page, const PagePlan& plan, float ratio, std::vector<std::string>& activated) {
    const Palette& palette = palette_of(page.attributes.theme == "dark"       ? Look::Dark
                                        : page.attributes.theme == "contrast" ? Look::Contrast
                                                                              : Look::Light);
    ImGui::GetStyle() = ImGuiStyle();
    page.attributes.theme == "dark" ? ImGui::StyleColorsDark() : ImGui::StyleColorsLight();
    ImGui::GetStyle().ScaleAllSizes(1.4F * ratio);
    ImGui::PushFont(ImGui::GetIO().Fonts->Fonts[0], imgui_size_of(text_size * ratio));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, color_of(palette.surface));
    ImGui::PushStyleColor(ImGuiCol_Text, color_of(palette.ink));
    ImGui::PushStyleColor(ImGuiCol_TextLink, color_of(palette.accent));

    PagePainter painter(ratio, activated);
    painter.paint_window("header", plan.header, Flow::Row, {find_part(page.items, "header")});
    painter.paint_window("controls", plan.controls, Flow::Row, {find_part(page.items, "controls")});
    painter.paint_window(
        "panel", plan.panel, Flow::Column,
        {find_part(page.items, "status"), find_part(page.items, "mistakes"), find_part(page.items, "panel"),
         find_part(page.items, "talk-dock"), find_part(page.items, "speaker"), find_part(page.items, "staff"),
         find_part(page.items, "attract"), find_part(page.items, "warning")});

    ImGui::PopStyleColor(3);
    ImGui::PopFont();
}

}  // namespace throughline
