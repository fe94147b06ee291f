import { credentials, type ServiceError } from '@grpc/grpc-js';
import { AnalyzerClient } from '@pulumi/pulumi/proto/analyzer_grpc_pb';
import {
  type AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
  type AnalyzerResource,
  type AnalyzerStackConfigureRequest,
  type AnalyzerStackConfigureResponse,
  AnalyzeStackRequest,
  type ConfigureAnalyzerRequest,
  type RemediateResponse,
} from '@pulumi/pulumi/proto/analyzer_pb';
import type { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';

type Done<Response> = (error: ServiceError | null, response: Response) => void;

/** The service of a policy pack, with promises. A failed call is an error with the pack's text alone. */
export class Analyzer {
  readonly #client: AnalyzerClient;

  constructor(address: string) {
    this.#client = new AnalyzerClient(address, credentials.createInsecure());
  }

  info(): Promise<AnalyzerInfo> {
    return call((done) => this.#client.getAnalyzerInfo(new Empty(), done));
  }

  plugin(): Promise<PluginInfo> {
    return call((done) => this.#client.getPluginInfo(new Empty(), done));
  }

  configureStack(request: AnalyzerStackConfigureRequest): Promise<AnalyzerStackConfigureResponse> {
    return call((done) => this.#client.configureStack(request, done));
  }

  configure(request: ConfigureAnalyzerRequest): Promise<Empty> {
    return call((done) => this.#client.configure(request, done));
  }

  remediate(request: AnalyzeRequest): Promise<RemediateResponse> {
    return call((done) => this.#client.remediate(request, done));
  }

  analyze(request: AnalyzeRequest): Promise<AnalyzeResponse> {
    return call((done) => this.#client.analyze(request, done));
  }

  analyzeStack(resources: AnalyzerResource[]): Promise<AnalyzeResponse> {
    const request = new AnalyzeStackRequest().setResourcesList(resources);
    return call((done) => this.#client.analyzeStack(request, done));
  }

  close(): void {
    this.#client.close();
  }
}

function call<Response>(start: (done: Done<Response>) => unknown): Promise<Response> {
  return new Promise((resolve, reject) => {
    start((error, response) => (error === null ? resolve(response) : reject(new Error(error.details))));
  });
}
