/*!
 * Clusterlotse search box, Apache-2.0: <cluster-search> for any website.
 * No dependency, no cookie, no storage; asks only the server it came from.
 * Served as it is written here: no build, so that anyone can read it.
 */
(() => {
  "use strict";
  if (customElements.get("cluster-search")) return;

  // A module has no currentScript; its tag is found by its address.
  const script = document.currentScript || document.querySelector('script[src*="/embed/v1/cluster-search.js"]');
  const HOME = script && script.src ? new URL("../../", script.src).href : "";
  const FILTERS = ["kind", "region", "industry", "technology", "need", "phase"];
  // What the match form calls the same things.
  const MATCH_FIELDS = { region: "place", industry: "industries", technology: "technologies", need: "needs", phase: "phase" };
  const MIN_LETTERS = 2;
  const PAUSE_MS = 80; // at least so much between two requests
  const SPEAK_MS = 1400; // after the last key, so that speech does not talk over it

  const TEXTS = {
    de: {
      search: "Netzwerke in Baden-Württemberg finden",
      match: "Was macht Ihr Unternehmen, und was suchen Sie?",
      founders: "Hilfe beim Gründen finden",
      go: "Suchen",
      goMatch: "Passende Netzwerke zeigen",
      window: "öffnet ein neues Fenster",
      help: "Beim Tippen erscheinen Vorschläge. Pfeiltasten wählen aus, die Eingabetaste übernimmt, Escape schließt. Auf dem Touchscreen: tippen oder wischen.",
      list: "Vorschläge",
      count: (n) => (n === 1 ? "1 Vorschlag. Mit den Pfeiltasten wählen." : n + " Vorschläge. Mit den Pfeiltasten wählen."),
      none: "Keine Treffer unter den Vorschlägen. Die Suche sieht in allen Profilen nach.",
      failed: "Vorschläge sind gerade nicht erreichbar. Suchen geht trotzdem.",
      taken: (t) => t + " übernommen. Eingabetaste startet die Suche.",
      networks: (n) => (n === 1 ? "1 Netzwerk" : n + " Netzwerke"),
      kinds: { network: "Netzwerk", place: "Region", technologies: "Technologie", industries: "Branche", needs: "Bedarf", phases: "Phase", kinds: "Art" },
    },
    en: {
      search: "Find networks in Baden-Württemberg",
      match: "What does your company do, and what are you looking for?",
      founders: "Find help to start a company",
      go: "Search",
      goMatch: "Show fitting networks",
      window: "opens a new window",
      help: "Suggestions appear as you type. Arrow keys choose, Enter accepts, Escape closes. On a touch screen: tap or swipe.",
      list: "Suggestions",
      count: (n) => (n === 1 ? "1 suggestion. Choose with the arrow keys." : n + " suggestions. Choose with the arrow keys."),
      none: "No results among the suggestions. The search looks into all profiles.",
      failed: "Suggestions cannot be reached right now. Searching still works.",
      taken: (t) => t + " accepted. Enter starts the search.",
      networks: (n) => (n === 1 ? "1 network" : n + " networks"),
      kinds: { network: "Network", place: "Region", technologies: "Technology", industries: "Industry", needs: "Need", phases: "Phase", kinds: "Kind" },
    },
  };

  // The host page chooses two colours, the accent and the background. The text
  // on each is black or white, whichever has the higher contrast by WCAG's own
  // formula (0.179 is where both are equal, at 4.58 to 1), so no choice can make
  // the box unreadable. Lines and focus ring have the colour of the text.
  // A browser without relative colours shows its system colours instead.
  const ink = (from) => {
    const k = "clamp(0,(.179 - (.2126*r + .7152*g + .0722*b))*1e6,1)";
    return `color(from var(${from}) srgb-linear calc(${k}) calc(${k}) calc(${k}) / 1)`;
  };
  const SHEET = new CSSStyleSheet(); // too old for this: the plain form stays
  SHEET.replaceSync(`
:host{display:block!important}
:host([hidden]){display:none!important}
.box{all:initial;display:block;color-scheme:light dark;box-sizing:border-box;padding:.75em;border-radius:var(--r);
 font-family:var(--cluster-font,system-ui,sans-serif);font-size:medium;line-height:1.5;
 --r:var(--cluster-radius,4px);--b:Canvas;--t:CanvasText;--a:CanvasText;--o:Canvas;background:var(--b);color:var(--t)}
:host([theme=light]) .box{color-scheme:light}
:host([theme=dark]) .box{color-scheme:dark}
.bare{padding:0;background:none}
@supports (color:color(from red srgb-linear r g b)) and (color:light-dark(red,red)){
.box{--bg:rgb(from var(--cluster-background,light-dark(#fff,#14161c)) r g b / 1);--b:var(--bg);--t:${ink("--bg")};
 --ac:rgb(from var(--cluster-accent,light-dark(#1b4ba0,#a9c1ef)) r g b / 1);--a:var(--ac);--o:${ink("--ac")}}
}
*,*::before{box-sizing:border-box}
label{display:block;margin:0 0 .25em;font-weight:600}
form{margin:0}
.row{display:flex;flex-wrap:wrap;gap:.5em;align-items:flex-start}
.field{position:relative;flex:1 1 12em;min-width:0}
input,textarea,button{font:inherit;min-height:44px;margin:0;border:2px solid var(--t);border-radius:var(--r);color:var(--t);background:var(--b)}
input,textarea{display:block;width:100%;padding:.4em .6em;appearance:none}
textarea{resize:vertical}
::placeholder{color:var(--t);opacity:1;font-style:italic}
button{padding:.4em 1.2em;font-weight:600;cursor:pointer;background:var(--a);color:var(--o)}
:focus-visible{outline:3px solid var(--t);outline-offset:2px}
.pop{position:absolute;z-index:2147483000;top:100%;left:0;right:0;margin:4px 0 0;padding:0;max-height:min(26em,60vh);overflow:auto;
 border:2px solid var(--t);border-radius:var(--r);background:var(--b);box-shadow:0 4px 16px #0006}
.pop[hidden]{display:none}
p.pop{padding:.6em}
ul{list-style:none}
li{display:flex;flex-wrap:wrap;align-items:center;gap:0 .75em;min-height:44px;padding:.3em .6em;cursor:pointer;overflow-wrap:anywhere}
li+li{border-top:1px solid var(--t)}
li small{font-size:.875em}
li:hover{text-decoration:underline}
li[aria-selected=true]{background:var(--a);color:var(--o);outline:3px solid var(--o);outline-offset:-6px}
.off{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (forced-colors:active){li[aria-selected=true]{forced-color-adjust:none;background:Highlight;color:HighlightText;outline-color:HighlightText}}
`);

  // make builds an element; text is always text, never HTML.
  const make = (tag, attributes, ...children) => {
    const e = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false) e.setAttribute(name, value);
    e.append(...children);
    return e;
  };

  // emphasise returns text with what was typed in bold.
  const emphasise = (text, typed) => {
    const at = text.toLowerCase().indexOf(typed.toLowerCase());
    if (at < 0) return [text];
    const end = at + typed.length;
    return [text.slice(0, at), make("b", {}, text.slice(at, end)), text.slice(end)];
  };

  class ClusterSearch extends HTMLElement {
    static observedAttributes = [...FILTERS, "lang", "limit", "mode", "target", "label", "placeholder", "server", "value", "instant", "field"];
    static formAssociated = true;

    #root = this.attachShadow({ mode: "open" });
    #internals = this.attachInternals();
    #plain = null; // the field whose place this one took
    #sequence = 0; // of the newest request; an answer to an older one is dropped
    #abort = null;
    #asked = 0; // when the newest request was sent
    #timers = {};
    #options = [];
    #active = -1;
    #typed = "";

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [SHEET];
      // A click on a label out in the page arrives as one on the element itself.
      this.addEventListener("click", (e) => e.composedPath()[0] === this && this.focus());
    }

    connectedCallback() {
      if (!this.isConnected) return;
      const plain = this.querySelector(this.#isField ? "input" : "[name=q],[name=text]");
      // While the page is still coming in, so may the field inside.
      if (this.#isField && !plain && !this.input && document.readyState === "loading")
        return document.addEventListener("DOMContentLoaded", () => this.connectedCallback());
      const focused = plain && plain === document.activeElement;
      if (this.#isField && plain) this.#replace(plain);
      this.#render(this.input ? this.input.value : plain && plain.value);
      if (focused) this.focus();
    }

    // #replace takes the place of a plain field in the form around it: under its
    // name the form sends what is typed here, and its label is ours.
    #replace(plain) {
      this.#plain = plain;
      plain.remove();
      for (const name of ["id", "name"]) if (plain[name] && !this.hasAttribute(name)) this.setAttribute(name, plain[name]);
    }

    formResetCallback() {
      this.value = this.getAttribute("value") || (this.#plain && this.#plain.defaultValue) || "";
    }

    disconnectedCallback() {
      this.#close();
      clearTimeout(this.#timers.speak);
    }

    attributeChangedCallback(name, before, after) {
      if (before === after || !this.input) return;
      this.disconnectedCallback();
      this.#render(name === "value" ? "" : this.input.value);
    }

    focus(options) {
      if (this.input) this.input.focus(options);
    }

    get value() {
      return this.input ? this.input.value : "";
    }

    set value(text) {
      if (!this.input) return;
      this.input.value = text;
      if (this.#isField) this.#internals.setFormValue(text);
    }

    // #isField tells a field for a form of the page from a box with its own.
    get #isField() {
      return this.hasAttribute("field");
    }

    get #form() {
      return this.#isField ? this.#internals.form : this.input.form;
    }

    get #mode() {
      if (this.#isField) return "search";
      const mode = this.getAttribute("mode");
      return mode === "match" || mode === "founders" ? mode : "search";
    }

    get #lang() {
      const from = this.getAttribute("lang") ? this : this.closest("[lang]");
      return from && /^en\b/i.test(from.getAttribute("lang")) ? "en" : "de";
    }

    // #server is the address everything is asked of, with a slash at its end.
    get #server() {
      try {
        const url = new URL(this.getAttribute("server") || HOME, document.baseURI);
        if (/^https?:$/.test(url.protocol)) return url.origin + url.pathname.replace(/\/*$/, "/");
      } catch {}
      return HOME;
    }

    // #filters lists the preset filters as pairs of name and id.
    #filters() {
      return FILTERS.flatMap((name) => {
        const byDefault = name === "kind" && this.#mode === "founders" ? "startup-contact" : "";
        const ids = (this.getAttribute(name) || byDefault).split(",").map((id) => id.trim());
        return ids.filter(Boolean).map((id) => [name, id]);
      });
    }

    #hidden() {
      const match = this.#mode === "match";
      return [["lang", this.#lang], ...this.#filters()]
        .map(([name, value]) => [match && name !== "lang" ? MATCH_FIELDS[name] : name, value])
        .filter(([name]) => name)
        .map(([name, value]) => make("input", { type: "hidden", name, value }));
    }

    #render(typed) {
      const t = (this.text = TEXTS[this.#lang]);
      const match = this.#mode === "match";
      this.input = match ? this.#sentence() : this.#combobox();
      this.value = typed || this.getAttribute("value") || "";
      this.list = make("ul", { id: "list", class: "pop", role: "listbox", "aria-label": t.list, hidden: "" });
      this.note = make("p", { class: "pop", hidden: "" });
      this.live = make("div", { class: "off", role: "status", "aria-live": "polite" });
      const field = make("div", { class: "field" }, this.input, this.list, this.note);
      const help = make("span", { id: "help", class: "off" }, t.help);
      const inside = this.#isField ? field : this.#ownForm(t, match, field);
      this.#root.replaceChildren(make("div", { class: this.#isField ? "box bare" : "box", lang: this.#lang }, inside, ...(match ? [] : [help]), this.live));
      if (!match) this.#listen();
    }

    #ownForm(t, match, field) {
      const target = this.getAttribute("target");
      const button = make("button", { part: "button" }, match ? t.goMatch : t.go);
      if (target === "_blank") button.append(make("span", { class: "off" }, " (" + t.window + ")"));
      const form = make(
        "form",
        { action: this.#server + (match ? "match" : "search"), method: match ? "post" : "get", target, rel: target === "_blank" && "noopener", role: "search", "aria-labelledby": "label" },
        ...this.#hidden(),
        make("label", { for: "q", id: "label", part: "label" }, this.#label(t)),
        make("div", { class: "row" }, field, button),
      );
      form.addEventListener("submit", () => this.#close());
      return form;
    }

    // #label is the name of the field: for a field of the page that of its label.
    #label(t) {
      const outside = this.#isField && [...this.#internals.labels].map((l) => l.textContent.trim()).join(" ");
      return outside || this.getAttribute("label") || t[this.#mode];
    }

    #sentence() {
      return make("textarea", { id: "q", name: "text", part: "input", rows: 3, maxlength: 20000, required: "", placeholder: this.getAttribute("placeholder") });
    }

    #combobox() {
      const of = (name) => this.getAttribute(name) || (this.#plain && this.#plain.getAttribute(name));
      return make("input", {
        id: "q", name: "q", part: "input", type: "text", role: "combobox", maxlength: of("maxlength") || 500, placeholder: of("placeholder"),
        "aria-label": this.#isField && this.#label(this.text), "aria-invalid": of("aria-invalid"),
        "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "list", "aria-describedby": "help", "aria-haspopup": "listbox",
        autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "search", inputmode: "search",
      });
    }

    #listen() {
      const { input, list } = this;
      input.addEventListener("input", () => this.#onInput());
      input.addEventListener("keydown", (e) => this.#onKey(e));
      input.addEventListener("blur", () => {
        this.#close();
        this.#speak("");
      });
      // The field keeps the focus while the list is pressed or scrolled.
      list.addEventListener("mousedown", (e) => e.preventDefault());
      list.addEventListener("click", (e) => {
        const at = [...list.children].indexOf(e.target.closest("li"));
        if (at >= 0) this.#take(at);
      });
    }

    #onInput() {
      this.#close();
      this.value = this.input.value;
      this.#typed = this.value.trim();
      this.#speak("");
      if (this.#typed.length < MIN_LETTERS) return;
      const wait = Math.max(0, this.#asked + PAUSE_MS - performance.now());
      this.#timers.ask = setTimeout(() => this.#ask(), wait);
    }

    async #ask() {
      const number = ++this.#sequence;
      this.#abort = new AbortController();
      this.#asked = performance.now();
      const limit = Math.min(20, Math.max(1, parseInt(this.getAttribute("limit"), 10) || 6));
      const query = new URLSearchParams([["q", this.#typed], ["limit", limit], ["lang", this.#lang], ...this.#filters()]);
      let found = null;
      try {
        const answer = await fetch(this.#server + "api/v1/suggest?" + query, { credentials: "omit", referrerPolicy: "no-referrer", signal: this.#abort.signal });
        if (answer.ok) found = (await answer.json()).suggestions.slice(0, limit);
      } catch {}
      if (number === this.#sequence && this.isConnected) this.#show(found);
    }

    #show(found) {
      const { text } = this;
      this.#options = found || [];
      const n = this.#options.length;
      this.list.replaceChildren(...this.#options.map((s, i) => this.#option(s, i)));
      this.note.textContent = found ? text.none : text.failed;
      this.#open();
      this.note.hidden = n > 0;
      this.#speak(n ? text.count(n) : this.note.textContent, SPEAK_MS);
    }

    // #option is one row.
    #option(s, i) {
      const { text } = this;
      const about = [text.kinds[s.kind] || ""];
      if (s.kind !== "network" && s.count > 0) about.push(text.networks(s.count));
      return make(
        "li",
        { id: "o" + i, role: "option", "aria-selected": "false", "aria-posinset": i + 1, "aria-setsize": this.#options.length },
        make("span", {}, ...emphasise(s.text, this.#typed)), " ",
        make("small", {}, about.filter(Boolean).join(", ")),
      );
    }

    #open() {
      const open = this.#options.length > 0;
      this.list.hidden = !open;
      this.input.setAttribute("aria-expanded", open);
    }

    // #close hides the list and gives up what is still asked for.
    #close() {
      this.#sequence++;
      if (this.#abort) this.#abort.abort();
      clearTimeout(this.#timers.ask);
      if (!this.list) return;
      this.list.hidden = this.note.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.#choose(-1);
    }

    #choose(at) {
      this.#active = at;
      [...this.list.children].forEach((row, i) => row.setAttribute("aria-selected", i === at));
      if (at < 0) return this.input.removeAttribute("aria-activedescendant");
      this.input.setAttribute("aria-activedescendant", "o" + at);
      this.list.children[at].scrollIntoView({ block: "nearest" });
    }

    #take(at) {
      const { text } = this.#options[at];
      this.#close();
      this.#options = [];
      this.value = text;
      this.input.focus();
      this.#speak(this.text.taken(text), 100);
      if (this.hasAttribute("instant")) this.#send();
    }

    #send() {
      this.#close();
      this.#form?.requestSubmit();
      return true;
    }

    #onKey(e) {
      if (e.isComposing || e.ctrlKey || e.metaKey || e.shiftKey) return;
      if (this.#handled(e)) {
        e.preventDefault();
        e.stopPropagation();
      }
    }

    // #handled does what the key means and tells whether it meant anything here.
    #handled({ key, altKey }) {
      const last = this.#options.length - 1;
      const open = !this.list.hidden;
      if (key === "Escape") return this.#escape(open);
      if (key === "Tab") return this.#close();
      // The browser sends a form by Enter only from fields of the same tree.
      if (key === "Enter" && this.#active < 0 && this.#isField) return this.#send();
      if (last < 0) return false;
      if (key === "ArrowDown" || key === "ArrowUp") return this.#arrow(key === "ArrowDown", altKey, last, open);
      if (this.#active < 0) return false;
      if (key === "Enter") return this.#take(this.#active), true;
      if (key === "Home") return this.#choose(0), true;
      if (key === "End") return this.#choose(last), true;
      if (key === "ArrowLeft" || key === "ArrowRight") this.#choose(-1); // back to the text
      return false;
    }

    #escape(open) {
      if (!open && this.note.hidden && !this.input.value) return false; // let a dialog around us have it
      if (!open && this.note.hidden) this.value = "";
      this.#close();
      this.#speak("");
      return true;
    }

    // #arrow goes round through the field itself, where nothing is chosen.
    #arrow(down, alt, last, open) {
      if (alt && !down) return this.#close(), true;
      if (!open) this.#open();
      if (alt) return true;
      const next = this.#active + (down ? 1 : -1);
      this.#choose(next < -1 ? last : next > last ? -1 : next);
      return true;
    }

    // #speak puts a text into the live region after a pause; what waited is
    // dropped, and emptying first lets the same text be spoken again.
    #speak(text, pause) {
      clearTimeout(this.#timers.speak);
      this.live.textContent = "";
      if (text) this.#timers.speak = setTimeout(() => (this.live.textContent = text), pause);
    }
  }

  customElements.define("cluster-search", ClusterSearch);
})();
