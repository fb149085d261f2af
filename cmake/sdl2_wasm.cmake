# SDL2 for the page, as a static library: the sources that a window, a GL context and their events need, with SDL's own
# Emscripten configuration. SDL's CMake project would probe features for minutes and bring audio, joysticks and
# renderers.
set(sdl2_sources
    SDL.c
    SDL_assert.c
    SDL_dataqueue.c
    SDL_error.c
    SDL_guid.c
    SDL_hints.c
    SDL_list.c
    SDL_log.c
    SDL_utils.c
    atomic/SDL_atomic.c
    atomic/SDL_spinlock.c
    cpuinfo/SDL_cpuinfo.c
    events/SDL_clipboardevents.c
    events/SDL_displayevents.c
    events/SDL_dropevents.c
    events/SDL_events.c
    events/SDL_gesture.c
    events/SDL_keyboard.c
    events/SDL_mouse.c
    events/SDL_quit.c
    events/SDL_touch.c
    events/SDL_windowevents.c
    file/SDL_rwops.c
    misc/SDL_url.c
    misc/emscripten/SDL_sysurl.c
    stdlib/SDL_getenv.c
    stdlib/SDL_iconv.c
    stdlib/SDL_malloc.c
    stdlib/SDL_qsort.c
    stdlib/SDL_stdlib.c
    stdlib/SDL_string.c
    stdlib/SDL_strtokr.c
    stdlib/SDL_crc16.c
    stdlib/SDL_crc32.c
    thread/SDL_thread.c
    thread/generic/SDL_syscond.c
    thread/generic/SDL_sysmutex.c
    thread/generic/SDL_syssem.c
    thread/generic/SDL_systhread.c
    thread/generic/SDL_systls.c
    timer/SDL_timer.c
    timer/unix/SDL_systimer.c
    video/SDL_RLEaccel.c
    video/SDL_blit.c
    video/SDL_blit_0.c
    video/SDL_blit_1.c
    video/SDL_blit_A.c
    video/SDL_blit_N.c
    video/SDL_blit_auto.c
    video/SDL_blit_copy.c
    video/SDL_blit_slow.c
    video/SDL_bmp.c
    video/SDL_clipboard.c
    video/SDL_egl.c
    video/SDL_fillrect.c
    video/SDL_pixels.c
    video/SDL_rect.c
    video/SDL_shape.c
    video/SDL_stretch.c
    video/SDL_surface.c
    video/SDL_video.c
    video/SDL_yuv.c
    video/emscripten/SDL_emscriptenopengles.c
    video/emscripten/SDL_emscriptenvideo.c
    loadso/dummy/SDL_sysloadso.c
)
list(TRANSFORM sdl2_sources PREPEND src/)
fetch(sdl2 2.26.5 libsdl-org/SDL ac13ca9ab691e13e8eebe9684740ddcb0d716203
      9c6374312b60a20e14f111ee5f235caaf7592faa8f156de69d032ac299b8dad3
      ${sdl2_sources} include/*.h src/*.h src/*/*.h src/*/emscripten/*.h src/thread/generic/*.h src/video/khronos/*/*.h)
list(TRANSFORM sdl2_sources PREPEND ${sdl2_SOURCE_DIR}/)

# sdl2_page.c stands for the three sources of the Emscripten driver that would take over the page's input.
add_library(sdl2_wasm STATIC ${sdl2_sources} cmake/sdl2_page.c)
target_include_directories(sdl2_wasm SYSTEM PUBLIC ${sdl2_SOURCE_DIR}/include)
target_include_directories(sdl2_wasm PRIVATE ${sdl2_SOURCE_DIR}/src/video/emscripten)
# The compiler's own EGL and GLES headers come first; SDL's copies only fill what those lack.
target_compile_options(sdl2_wasm PRIVATE -w "SHELL:-idirafter ${sdl2_SOURCE_DIR}/src/video/khronos")
target_compile_definitions(sdl2_wasm PRIVATE
    SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_HAPTIC_DISABLED=1 SDL_SENSOR_DISABLED=1 SDL_RENDER_DISABLED=1
    SDL_POWER_DISABLED=1 SDL_LOADSO_DUMMY=1 SDL_LEAN_AND_MEAN=1)
