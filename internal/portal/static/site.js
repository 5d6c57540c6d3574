/* Clusterlotse: results without loading the page anew. Every page works without
   this file: forms and links then do what they always do. */
(() => {
  "use strict";
  const main = document.getElementById("main");
  const form = document.getElementById("search");
  if (!main || !form || !window.fetch || !window.history.pushState) return;

  const status = document.createElement("p");
  status.className = "sr";
  status.setAttribute("role", "status");
  form.after(status);
  let running, shown = location.pathname + location.search;

  // What must outlive the exchange: the focus, and which folds are open.
  const mark = (e) => e && (e.id ? "#" + CSS.escape(e.id)
    : e.name && e.value ? `[name="${CSS.escape(e.name)}"][value="${CSS.escape(e.value)}"]` : "");
  const folds = () => [...main.querySelectorAll("details")];
  const foldName = (d) => d.className + "|" + (d.parentElement.querySelector("legend")?.textContent ?? "");

  const swap = (text, focusCount) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const next = page.getElementById("main"), band = form.closest(".band");
    if (!next?.querySelector("#search")) return false;
    const focused = mark(document.activeElement);
    const inside = !band.contains(document.activeElement) && main.contains(document.activeElement);
    const open = new Map(folds().map((d) => [foldName(d), d.open]));
    while (band.nextSibling) band.nextSibling.remove();
    next.querySelector(".band").remove();
    band.after(...next.childNodes);
    for (const d of folds()) if (open.has(foldName(d))) d.open = open.get(foldName(d)) || d.open;
    document.title = page.title;
    const language = page.querySelector("a.lang");
    if (language) document.querySelector("a.lang").href = language.getAttribute("href");
    const count = document.getElementById("count");
    const target = focusCount ? count : inside && focused ? main.querySelector(focused) ?? count : null;
    if (target) {
      if (target === count) count.tabIndex = -1;
      target.focus({preventScroll: !focusCount});
    }
    status.textContent = (count ?? main.querySelector("[role=alert] p"))?.textContent ?? "";
    return true;
  };

  // Loads an address of results into this page, or leaves for it if it must.
  const load = async (url, {push = true, focusCount = false} = {}) => {
    running?.abort();
    const request = running = new AbortController();
    main.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, {headers: {Accept: "text/html"}, signal: request.signal});
      if (answer.status !== 200 && answer.status !== 400) throw new Error(answer.status);
      const text = await answer.text();
      if (request.signal.aborted) return;
      if (push) history.pushState(null, "", url);
      shown = location.pathname + location.search;
      if (!swap(text, focusCount)) throw new Error("no results");
    } catch (e) {
      if (e.name === "AbortError") return;
      location.assign(url);
    }
    if (request === running) main.removeAttribute("aria-busy");
  };

  // The address the form would go to, without its empty fields.
  const asked = () => {
    const v = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...v]) if (value === "") v.delete(name);
    return form.getAttribute("action") + (v.size ? "?" + v : "");
  };

  const plain = (e) => !e.defaultPrevented && e.button === 0 && !e.metaKey && !e.ctrlKey && !e.shiftKey && !e.altKey;
  const results = (url) => url.origin === location.origin && url.pathname === form.getAttribute("action");

  form.addEventListener("submit", (e) => {
    e.preventDefault();
    load(asked(), {focusCount: true});
  });
  main.addEventListener("change", (e) => {
    if (e.target.form === form && e.target.matches("[type=checkbox], select")) load(asked());
  });
  main.addEventListener("click", (e) => {
    const a = e.target.closest?.("a[href]");
    if (!a || !plain(e) || a.getAttribute("target")) return;
    const url = new URL(a.getAttribute("href"), location.href); // links of the map have no plain href
    if (!results(url)) return;
    e.preventDefault();
    fill(url);
    load(url.href, {focusCount: true});
  });

  // The fields of the form show what the address asks for.
  const fill = (url) => {
    for (const name of ["q", "near", "radius_km"]) form.elements[name].value = url.searchParams.get(name) ?? "";
    form.querySelector("[name=anywhere]")?.remove();
    if (url.searchParams.has("anywhere")) {
      form.append(Object.assign(document.createElement("input"), {type: "hidden", name: "anywhere", value: "1"}));
    }
  };
  window.addEventListener("popstate", () => {
    if (shown === location.pathname + location.search) return; // a place within this page
    fill(new URL(location.href));
    load(location.href, {push: false});
  });
})();
