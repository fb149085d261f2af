// What the tools below the diagram need of a browser, and their looks (tools.css). It comes with the engine, which
// alone has tools.
'use strict';
function throughline_tools(page) {
  const looks = new CSSStyleSheet();
  looks.replaceSync(throughline_tools_style);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, looks];

  // A link is made when it is asked for. Where the browser does not copy it, the core shows it in a field.
  async function copy_link(reference) {
    const link = /^https:/.test(reference) ? reference : page.address() + reference;
    const { clipboard } = navigator;
    const is_copied = clipboard
      ? await clipboard.writeText(link).then(
          () => true,
          () => false
        )
      : false;
    page.tell(is_copied ? '' : link);
    const field = document.getElementById('link-field');
    if (!field) return;
    field.focus({ preventScroll: true });
    field.select();
  }

  return { copy_link };
}
