/* SDL's seams to the page that we leave empty. In a page SDL makes the window and the GL context, and the page owns
   keys, pointers, focus and sizes: SDL registers no listener at all, has no cursor of its own and no framebuffer
   without GL. What is never called then falls out of the link, with the part of the glue that it needs: 20 KB brotli
   together. */
#include "../../SDL_internal.h"

#include "SDL_emscriptenevents.h"
#include "SDL_emscriptenframebuffer.h"
#include "SDL_emscriptenmouse.h"

void Emscripten_RegisterEventHandlers(SDL_WindowData *data) { (void)data; }
void Emscripten_UnregisterEventHandlers(SDL_WindowData *data) { (void)data; }
EM_BOOL Emscripten_HandleCanvasResize(int type, const void *reserved, void *data) {
    (void)type, (void)reserved, (void)data;
    return EM_FALSE;
}

void Emscripten_InitMouse(void) {}
void Emscripten_FiniMouse(void) {}

int Emscripten_CreateWindowFramebuffer(_THIS, SDL_Window *window, Uint32 *format, void **pixels, int *pitch) {
    (void)_this, (void)window, (void)format, (void)pixels, (void)pitch;
    return SDL_Unsupported();
}
int Emscripten_UpdateWindowFramebuffer(_THIS, SDL_Window *window, const SDL_Rect *rects, int count) {
    (void)_this, (void)window, (void)rects, (void)count;
    return SDL_Unsupported();
}
void Emscripten_DestroyWindowFramebuffer(_THIS, SDL_Window *window) { (void)_this, (void)window; }

/* Emscripten's own answers from a table that keeps every GL function there is in the link. We call GL by name. */
__eglMustCastToProperFunctionPointerType eglGetProcAddress(const char *name) {
    (void)name;
    return NULL;
}

/* The page goes fullscreen with its whole document and has a title of its own. */
EMSCRIPTEN_RESULT emscripten_request_fullscreen_strategy(const char *target, EM_BOOL later,
                                                         const EmscriptenFullscreenStrategy *how) {
    (void)target, (void)later, (void)how;
    return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_fullscreen(void) { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
void emscripten_set_window_title(const char *title) { (void)title; }
