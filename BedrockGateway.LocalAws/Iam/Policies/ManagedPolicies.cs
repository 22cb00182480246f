using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Policies;

/// <summary>AWS's own managed policies that functions' roles have, by name.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html</remarks>
internal static class ManagedPolicies
{
    private const string Prefix = ":iam::aws:policy/";

    /// <summary>The policy behind an ARN such as <c>arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess</c>.</summary>
    /// <returns><see langword="null"/> where the ARN is of a policy of the account's own.</returns>
    /// <exception cref="AwsFault"><c>NotImplemented</c> (501): a policy of AWS's that is not known here.</exception>
    public static PolicyDocument? Find(string arn)
    {
        var start = arn.IndexOf(Prefix, StringComparison.Ordinal);
        return start < 0 ? null : arn[(start + Prefix.Length)..] switch
        {
            "service-role/AWSLambdaBasicExecutionRole" => Allow(
                "logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"),
            "AWSXRayDaemonWriteAccess" => Allow(
                "xray:PutTraceSegments",
                "xray:PutTelemetryRecords",
                "xray:GetSamplingRules",
                "xray:GetSamplingTargets",
                "xray:GetSamplingStatisticSummaries"),
            _ => throw AwsFault.NotEmulated("iam", $"managed policy {arn}"),
        };
    }

    private static PolicyDocument Allow(params string[] actions) => PolicyDocument.Parse(new JsonObject
    {
        ["Statement"] = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Action"] = new JsonArray([.. actions.Select(action => JsonValue.Create(action))]),
            ["Resource"] = "*",
        },
    });
}
