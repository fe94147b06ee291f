import { asked } from '../../analysis/identity/asked';
import { documentsIn, isBoundaryOnly } from '../../analysis/identity/identities';
import { isAboutEverything } from '../../analysis/identity/statements';
import { allows, type Statement, statement, statementsOf } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';

/** Says that no statement of a policy allows what a test finds too wide on every resource, or on others as given. */
export function allowsNothingWide(
  policy: Resource,
  isTooWide: (statement: Statement) => Claim,
  actual: Text,
  required: Text,
  isAbout: (statement: Statement) => Claim = isAboutEverything,
): Claim {
  const { known, open } = documentsIn(policy);
  const claim = Claim.all([
    ...known.map(({ document, given }) =>
      statementsOf(document)
        .every((field) => {
          const so = statement(field);
          const isWide = Claim.allInTurn(
            () => isTooWide(so),
            () => allows(so),
            () => isAbout(so),
          );
          return isWide === Claim.BREAKS
            ? Claim.HOLDS
            : isWide.not().explained(field.path, actual, required, field.at);
        })
        .onlyIf(given),
    ),
    ...open.map((piece) => new Claim(piece.when.not(), NEVER, [piece])),
  ]);
  // A boundary allows nothing by itself: it says what others may allow at most.
  return claim.holds.isAlways ? claim : asked(claim, isBoundaryOnly(policy).not());
}
