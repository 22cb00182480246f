using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Ssm;

/// <summary>A parameter at the wire.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type.</param>
/// <param name="Value">Value.</param>
/// <param name="Version">Version.</param>
/// <param name="LastModifiedDate">Seconds since 1970.</param>
/// <param name="Arn">ARN; a name that starts in a slash follows <c>parameter</c> as it is.</param>
/// <param name="DataType">Always <c>text</c>.</param>
internal sealed record ParameterItem(
    string Name,
    string Type,
    string Value,
    long Version,
    double LastModifiedDate,
    [property: JsonPropertyName("ARN")] string Arn,
    string DataType = "text")
{
    public static ParameterItem From(Parameter parameter, LocalAwsOptions options) => new(
        parameter.Name,
        parameter.Type,
        parameter.Value,
        parameter.Version,
        parameter.Modified.ToUnixTimeMilliseconds() / 1000.0,
        $"arn:aws:ssm:{options.Region}:{options.AccountId}:parameter/{parameter.Name.TrimStart('/')}");
}
