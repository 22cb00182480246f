using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>The consent that templates with IAM resources need.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
/// </remarks>
internal static class Capabilities
{
    private const string Iam = "CAPABILITY_IAM";
    private const string NamedIam = "CAPABILITY_NAMED_IAM";

    private static readonly Dictionary<string, string?> NameProperties = new(StringComparer.Ordinal)
    {
        ["AWS::IAM::AccessKey"] = null,
        ["AWS::IAM::Group"] = "GroupName",
        ["AWS::IAM::InstanceProfile"] = "InstanceProfileName",
        ["AWS::IAM::ManagedPolicy"] = "ManagedPolicyName",
        ["AWS::IAM::Policy"] = null,
        ["AWS::IAM::Role"] = "RoleName",
        ["AWS::IAM::User"] = "UserName",
        ["AWS::IAM::UserToGroupAddition"] = null,
    };

    /// <summary>The capability that resources need, <see langword="null"/> for none.</summary>
    public static string? Required(IEnumerable<TemplateResource> resources)
    {
        var iam = resources.Where(resource => NameProperties.ContainsKey(resource.Type)).ToArray();
        return iam.Length == 0 ? null : Array.Exists(iam, IsNamed) ? NamedIam : Iam;
    }

    /// <exception cref="AwsFault"><c>InsufficientCapabilitiesException</c>: the one that is needed is not
    /// acknowledged.</exception>
    public static void Check(IEnumerable<TemplateResource> resources, IReadOnlyList<string> acknowledged)
    {
        var required = Required(resources);
        if (required is not null && !acknowledged.Contains(required) && !acknowledged.Contains(NamedIam))
        {
            throw new AwsFault("InsufficientCapabilitiesException", $"Requires capabilities : [{required}]");
        }
    }

    private static bool IsNamed(TemplateResource resource) =>
        NameProperties[resource.Type] is { } name && resource.Properties.ContainsKey(name);
}
