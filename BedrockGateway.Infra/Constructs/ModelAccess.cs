using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace BedrockGateway.Infra.Constructs;

/// <summary>What <see cref="GatewaySettings.AllowedModels"/> means to IAM.</summary>
/// <remarks>
/// A call by an inference profile needs the profile, and the model in every Region behind it.
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
/// </remarks>
internal sealed class ModelAccess
{
    private const string Profiles = "inference-profile/";
    private const string ApplicationProfiles = "application-inference-profile/";

    // To IAM, Converse is one of these two as well.
    private static readonly string[] Calls = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"];

    private readonly string _models;
    private readonly string _profiles;

    private ModelAccess(Stack stack)
    {
        // Profiles are called in the stack's Region; the models behind them are in others, or in none.
        _models = $"arn:{stack.Partition}:bedrock:*::foundation-model/";
        _profiles = $"arn:{stack.Partition}:bedrock:{stack.Region}:{stack.Account}:";
    }

    /// <summary>Statements that allow to call the models, and nothing else.</summary>
    /// <param name="stack">Whose partition, Region and account.</param>
    /// <param name="allowed">Patterns, separated by commas.</param>
    public static IEnumerable<PolicyStatement> Of(Stack stack, string allowed)
    {
        var access = new ModelAccess(stack);
        var patterns = allowed.Split(',');
        return patterns.Contains("*")
            ?
            [
                Allow([
                    access.Model("*"),
                    access.Profile($"{Profiles}*"),
                    access.Profile($"{ApplicationProfiles}*"),
                ]),
            ]
            : access.Limited(patterns);
    }

    public static string AnyGuardrail(Stack stack) =>
        $"arn:{stack.Partition}:bedrock:{stack.Region}:{stack.Account}:guardrail/*";

    private static PolicyStatement Allow(IEnumerable<string> resources, string[]? through = null) =>
        new(new PolicyStatementProps
        {
            // What is behind a profile is reached by calls only.
            Actions = through is null ? [.. Calls, "bedrock:CountTokens", "bedrock:GetInferenceProfile"] : Calls,
            Resources = [.. resources],
            Conditions = through is null ? null : new Dictionary<string, object>
            {
                ["StringLike"] = new Dictionary<string, object> { ["bedrock:InferenceProfileArn"] = through },
            },
        });

    private static bool IsApplication(string pattern) =>
        pattern.StartsWith(ApplicationProfiles, StringComparison.Ordinal);

    // Whether a profile's id may fit: us.anthropic.claude-sonnet-4-6, eu.*; amazon.nova-lite-v1:0 has no room for one.
    private static bool MayBeProfile(string pattern) =>
        pattern.AsSpan().ContainsAny('*', '?') || pattern.AsSpan().Count('.') > 1;

    private IEnumerable<PolicyStatement> Limited(string[] patterns)
    {
        // An application's profile is named as in its ARN: application-inference-profile/a1b2c3d4e5f6
        var applications = patterns.Where(IsApplication).Select(Profile).ToArray();
        var ids = patterns.Where(pattern => !IsApplication(pattern)).ToArray();
        var profiles = ids.Where(MayBeProfile).Select(id => Profile(Profiles + id)).ToArray();

        // The models of these ids, themselves and by the profile of any geography.
        yield return Allow(
            [.. ids.Select(Model), .. ids.Select(id => Profile($"{Profiles}*.{id}")), .. profiles, .. applications]);

        // What is behind an allowed profile, through it only; an application's may be made from a system's.
        if (profiles.Length + applications.Length > 0)
        {
            var behind = applications.Length > 0 ? new[] { Model("*"), Profile($"{Profiles}*") } : [Model("*")];
            yield return Allow(behind, [.. profiles, .. applications]);
        }
    }

    private string Model(string id) => _models + id;

    private string Profile(string resource) => _profiles + resource;
}
