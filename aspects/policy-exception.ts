import { AspectPriority, Aspects, CfnResource, type IAspect, Stage, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { citationsIn } from '../lib/analysis/citations';

/**
 * Says in the code which application for an exception a construct stands under (clause 8.4(1)):
 *
 *     PolicyException.of(bucket).cite('R8-012');
 *
 * The number is written into the metadata of the resources, for whoever reads the template. It grants nothing by
 * itself: the entry in the register must be signed, within its term, and have the resource in its scope. Where it
 * is not so, the rule `CitedExceptionsApply` says so.
 */
export class PolicyException {
  /**
   * Exceptions of a construct and all that is in it.
   *
   * @param scope a Stack or a construct in one
   * @throws Error for an App or a Stage: an exception is for something in particular
   */
  public static of(scope: IConstruct): PolicyException {
    if (Stage.isStage(scope)) {
      throw new Error(
        `PolicyException of \`${scope.node.path || 'the app'}\`: cite an application at the construct that needs it, or its Stack`,
      );
    }
    return new PolicyException(scope);
  }

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Cites an application by its number in the register.
   *
   * @throws Error for a number that is empty or known only at deployment
   */
  public cite(application: string): void {
    if (typeof application !== 'string' || application.trim() === '' || Token.isUnresolved(application)) {
      throw new Error(
        `PolicyException of \`${this.scope.node.path}\`: \`application\` must be the number of an application`,
      );
    }
    Aspects.of(this.scope).add(new Citation(application), { priority: AspectPriority.MUTATING });
  }
}

class Citation implements IAspect {
  constructor(private readonly application: string) {}

  public visit(node: IConstruct): void {
    if (!CfnResource.isCfnResource(node)) return;
    const { metadata } = node.cfnOptions;
    const cited = new Set([...citationsIn(metadata), this.application]);
    node.addMetadata('Jichitai', {
      ...(metadata?.['Jichitai'] as object | undefined),
      Exception: cited.size === 1 ? this.application : [...cited],
    });
  }
}
