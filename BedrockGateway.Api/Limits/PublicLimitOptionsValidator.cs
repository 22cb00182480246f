using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Limits;

[OptionsValidator]
internal sealed partial class PublicLimitOptionsValidator : IValidateOptions<PublicLimitOptions>;
