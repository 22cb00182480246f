using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

[OptionsValidator]
internal sealed partial class ScheduleOptionsValidator : IValidateOptions<ScheduleOptions>;
