using System.Globalization;
using System.Xml.Linq;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary>Pieces that the replies are made of.</summary>
internal static class StackXml
{
    /// <summary>An element, or nothing where there is no value.</summary>
    public static XElement? Optional(string name, string? value) => value is null ? null : new(name, value);

    public static XElement? Optional(string name, DateTimeOffset? time) => time is { } known ? Time(name, known) : null;

    public static XElement Time(string name, DateTimeOffset time) =>
        new(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    /// <summary>A list of structures.</summary>
    public static XElement List(string name, IEnumerable<IEnumerable<XElement?>> members) =>
        new(name, members.Select(member => new XElement("member", member)));

    /// <summary>A list of scalars.</summary>
    public static XElement Texts(string name, IEnumerable<string> members) =>
        new(name, members.Select(member => new XElement("member", member)));
}
