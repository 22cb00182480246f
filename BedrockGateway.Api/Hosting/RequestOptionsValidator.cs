using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Hosting;

[OptionsValidator]
internal sealed partial class RequestOptionsValidator : IValidateOptions<RequestOptions>;
