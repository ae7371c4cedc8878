// SPDX-License-Identifier: Apache-2.0
// copydesk for WebAssembly: one file, in browsers, workers and Node.js.
//
//   const copydesk = await require('./copydesk.js')();
//   for (const quote of copydesk.analyze(text).quotes) ...
//
// Everything runs in the calling thread: a page that reads long texts does so
// in a worker.
import * as node from '../node/index';

declare function copydesk(): Promise<copydesk.Module>;

declare namespace copydesk {
  /** Memory of the module; goes with the object, or by free(). */
  interface Owner {
    free(): void;
  }

  interface Gazetteer extends Owner {
    readonly size: number;
  }

  interface CleanText extends node.CleanText, Owner {}

  interface Options extends Omit<node.AnalyzeOptions, 'gazetteer'> {
    gazetteer?: Gazetteer;
  }

  interface Module {
    Gazetteer: new (names: readonly node.KnownName[] | string) => Gazetteer;
    analyze(text: string | Uint8Array, options?: Options): node.Document;
    json(text: string | Uint8Array, options?: Options &
      {id?: unknown, explain?: boolean, lines?: boolean}): string;
    html(text: string | Uint8Array, options?: Options & {title?: string}):
      string;
    normalize(text: string | Uint8Array, options?: node.NormalizeOptions):
      CleanText;
    /** Reads with another model, of copydesk-train, from now on. */
    loadModel(bytes: Uint8Array): void;
    readonly modelId: string;
    readonly version: string;
    readonly unicodeVersion: string;
  }
}

export = copydesk;
