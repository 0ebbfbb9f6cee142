// Reads a PDF as Firefox does, through pdf.js: node pdfjs.mjs FOLDER_OF_PDFJS FILE.pdf [WORD...]
// Prints JSON: the text of each page in the order of its content, and for each word how often its search finds it.
import { readFileSync, writeFileSync } from "node:fs";

const [folder, file, ...words] = process.argv.slice(2);
// Nothing is painted here, so what painting and the window of a viewer need of a browser may be empty.
for (const name of ["DOMMatrix", "ImageData", "Path2D", "HTMLElement"]) globalThis[name] ??= class {};
globalThis.document ??= { documentElement: { style: { setProperty() {} } }, createElement: () => ({ style: {} }) };
globalThis.window ??= Object.assign(globalThis, { requestAnimationFrame: (run) => setTimeout(run, 0) });
console.log = console.warn = () => {};
globalThis.pdfjsLib = await import(`${folder}/legacy/build/pdf.mjs`);
const { EventBus, PDFFindController } = await import(`${folder}/legacy/web/pdf_viewer.mjs`);

const pdf = await pdfjsLib.getDocument({
  data: new Uint8Array(readFileSync(file)),
  standardFontDataUrl: `${folder}/standard_fonts/`,
  isEvalSupported: false,
  verbosity: 0,
}).promise;

const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ disableNormalization: true });
  pages.push(items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
}

const eventBus = new EventBus();
const finder = new PDFFindController({ linkService: { page: 1, pagesCount: pdf.numPages }, eventBus });
finder.onIsPageVisible = () => true;
finder.setDocument(pdf);

// The finder tells its viewer of each page; when none is pending, all have been searched.
const search = async (query) => {
  eventBus.dispatch("find", { source: null, type: "again", query, caseSensitive: true, entireWord: false });
  do await new Promise((resolve) => setTimeout(resolve, 1));
  while (finder._pendingFindMatches.size > 0 || finder.pageMatches.length < pdf.numPages);
  return finder.pageMatchesLength.reduce((total, lengths) => total + lengths.length, 0);
};

const found = {};
for (const word of words) found[word] = await search(word);
writeFileSync(1, JSON.stringify({ pages, found }));
process.exit(0);
