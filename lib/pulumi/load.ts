import type { LoadedFile } from '../model/load';
import { shownPath } from '../model/read-source';
import type { Source } from '../model/source';
import { stacksOfFile } from './files';
import { normalise } from './normalise';

/** Templates of what `pulumi preview --json` and `pulumi stack export` have written. */
export function templatesOf(
  files: readonly { readonly file: string; readonly source: Source }[],
): readonly LoadedFile[] {
  return normalise(files.flatMap(({ file, source }) => stacksOfFile(source, file, shownPath(file))));
}
