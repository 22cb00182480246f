using System.Globalization;
using System.Net;
using System.Xml.Linq;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam;

/// <summary>IAM <c>GetRole</c>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html</remarks>
internal static class GetRole
{
    /// <exception cref="AwsFault"><c>NoSuchEntity</c> (404).</exception>
    public static XElement Handle(QueryParameters form, RoleStore roles)
    {
        var name = form["RoleName"] ?? "";
        var role = roles.Find(name) ?? throw NotFound(name);
        var created = role.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new("GetRoleResult", new XElement(
            "Role",
            new XElement("Path", role.Path),
            new XElement("RoleName", role.Name),
            new XElement("RoleId", role.Id),
            new XElement("Arn", role.Arn),
            new XElement("CreateDate", created),
            new XElement("AssumeRolePolicyDocument", Uri.EscapeDataString(role.TrustPolicy)),
            role.Description is null ? null : new XElement("Description", role.Description),
            new XElement("MaxSessionDuration", 3600)));
    }

    public static AwsFault NotFound(string name) =>
        new("NoSuchEntity", $"The role with name {name} cannot be found.", HttpStatusCode.NotFound);
}
