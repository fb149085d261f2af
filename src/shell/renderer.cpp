// Start, frame and release, in mirrored order.
#include "shell/renderer.h"

#include <imgui.h>

#include <backends/imgui_impl_opengl3.h>

#include <algorithm>

namespace throughline {

Renderer::~Renderer() {
    if (context_ == nullptr) return;
    if (ImGui::GetIO().BackendRendererUserData != nullptr) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(context_);
}

std::string Renderer::start(const FontBytes& fonts, Host& host) {
    context_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    if (!ImGui_ImplOpenGL3_Init("#version 300 es")) return "Dear ImGui could not start";
    if (std::string error = text_.load(fonts, host); !error.empty()) return error;
    return restore();
}

void Renderer::begin_frame(const Viewport& viewport, double time_ms) {
    viewport_ = viewport;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {viewport.framebuffer_px.x, viewport.framebuffer_px.y};
    io.DisplayFramebufferScale = {1, 1};
    io.DeltaTime = std::max(static_cast<float>((time_ms - frame_ms_) / 1000), 0.001F);
    frame_ms_ = time_ms;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

void Renderer::paint(const Scene& scene) {
    scene_.paint(scene, text_, viewport_, *ImGui::GetBackgroundDrawList());
}

void Renderer::paint_over(const SceneText& text) {
    text_.paint(*ImGui::GetForegroundDrawList(), text, viewport_.pixels_from({}), viewport_);
}

void Renderer::end_frame() {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Renderer::release() {
    if (!is_built_) return;
    scene_.release();
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    is_built_ = false;
}

std::string Renderer::restore() {
    if (std::string error = scene_.build(); !error.empty()) return error;
    is_built_ = ImGui_ImplOpenGL3_CreateDeviceObjects();
    return is_built_ ? "" : "Dear ImGui's shaders could not be built";
}

std::string Renderer::driver_name() const {
    const GLubyte* name = glGetString(GL_RENDERER);
    return name == nullptr ? "" : reinterpret_cast<const char*>(name);
}

}  // namespace throughline
