using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>Parameters that CloudFormation defines itself.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
/// </remarks>
internal static class PseudoParameters
{
    public const string NoValue = "AWS::NoValue";

    private static readonly string[] Names =
    [
        "AWS::AccountId", "AWS::NotificationARNs", NoValue, "AWS::Partition", "AWS::Region", "AWS::StackId",
        "AWS::StackName", "AWS::URLSuffix",
    ];

    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Value of one, <see langword="null"/> for any other name and for <see cref="NoValue"/>.</summary>
    public static JsonNode? Find(string name, StackIdentity stack, LocalAwsOptions options) => name switch
    {
        "AWS::AccountId" => options.AccountId,
        "AWS::NotificationARNs" => new JsonArray(),
        "AWS::Partition" => "aws",
        "AWS::Region" => options.Region,
        "AWS::StackId" => stack.Id,
        "AWS::StackName" => stack.Name,
        "AWS::URLSuffix" => "amazonaws.com",
        _ => null,
    };
}
