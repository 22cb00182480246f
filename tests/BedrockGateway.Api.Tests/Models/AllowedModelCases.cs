namespace BedrockGateway.Api.Tests.Models;

/// <summary>
/// What <c>ALLOWED_MODELS</c> means, case by case: the API and the role's policy must judge alike, so the tests of both
/// read these.
/// </summary>
internal static class AllowedModelCases
{
    /// <summary>Stands for the id of an application's inference profile, made from <see cref="Sonnet"/>.</summary>
    public const string Application = "{application}";

    private const string Sonnet = "anthropic.claude-sonnet-4-6";
    private const string Nova = "amazon.nova-lite-v1:0";
    private const string Arn = "arn:aws:bedrock:us-east-1:";
    private const string Account = Arn + "000000000000:";
    private const string ApplicationArn = Account + "application-inference-profile/" + Application;

    /// <summary>Per setting: ids that may be called, and ids that may not.</summary>
    public static IReadOnlyDictionary<string, (string[] Allowed, string[] Refused)> All { get; } =
        new Dictionary<string, (string[], string[])>
        {
            ["*"] = (
                [
                    Sonnet, Nova, $"us.{Sonnet}", $"global.{Sonnet}", $"{Account}inference-profile/eu.{Sonnet}",
                    ApplicationArn,
                ],
                []),
            ["amazon.titan-*,*"] = ([Sonnet, ApplicationArn], []),
            ["anthropic.claude-*"] = (
                [
                    Sonnet, $"us.{Sonnet}", $"eu.{Sonnet}", $"global.{Sonnet}", $"{Arn}:foundation-model/{Sonnet}",
                    $"{Account}inference-profile/us.{Sonnet}",
                ],
                [Nova, $"us.{Nova}", $"{Arn}:foundation-model/{Nova}", ApplicationArn]),
            [Nova] = (
                [Nova, $"us.{Nova}"],
                ["amazon.nova-pro-v1:0", "us.amazon.nova-pro-v1:0", Sonnet, $"us.{Sonnet}"]),
            ["amazon.nova-????-v1:0"] = ([Nova, $"us.{Nova}"], ["amazon.nova-micro-v1:0", Sonnet]),
            ["eu.anthropic.*"] = (
                [$"eu.{Sonnet}", $"{Account}inference-profile/eu.{Sonnet}"],
                [Sonnet, $"us.{Sonnet}", $"global.{Sonnet}", $"{Arn}:foundation-model/{Sonnet}", $"eu.{Nova}"]),
            ["us." + Sonnet] = ([$"us.{Sonnet}"], [Sonnet, $"eu.{Sonnet}", $"us.{Nova}"]),
            ["us.*"] = ([$"us.{Sonnet}", $"us.{Nova}"], [Sonnet, $"eu.{Sonnet}"]),
            ["*sonnet*"] = ([Sonnet, $"us.{Sonnet}"], [Nova, $"us.{Nova}"]),
            ["application-inference-profile/*"] = ([ApplicationArn], [Sonnet, $"us.{Sonnet}"]),
            ["application-inference-profile/000000000000,amazon.*"] = ([Nova, $"us.{Nova}"], [ApplicationArn, Sonnet]),
        };
}
