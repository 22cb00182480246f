namespace BedrockGateway.Infra.Settings;

/// <summary>The context name of a setting and what it may be. The property's initial value is the default.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class SettingAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The end of a sentence that begins with "allowed is".</summary>
    public abstract string Allowed { get; }

    /// <summary>The value that a trimmed text stands for; <see langword="null"/> where it is not allowed.</summary>
    public abstract object? Parse(string text);

    /// <summary>A parsed value as a property of some type holds it.</summary>
    public virtual object As(Type type, object parsed) => parsed;
}
